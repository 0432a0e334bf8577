package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.checkpoint.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which images a trained network is tested with, and how it sees them. */
class EvaluateCommandTest {
  @TempDir private Path directory;
  private Path images;
  private Path run;

  @BeforeEach
  void writeImages() throws IOException {
    images = directory.resolve("images");
    run = directory.resolve("run");
    ColoredImages.write(images);
  }

  private static CommandRun train(String network, Path data, Path out, Object... more) {
    Object[] first = {"train", network, "--data", data, "--out", out, "--epochs", 1, "--batch", 20};
    CommandRun trained = CommandRun.of(first, more);
    assertThat(trained.err()).isEmpty();
    return trained;
  }

  private CommandRun evaluate(String network, Object... more) {
    return CommandRun.of(new Object[] {"evaluate", network, "--from", run}, more);
  }

  @Test
  void whatTheTrainingHeldOutIsTestedAgain() throws IOException {
    Path noParts = images.resolve("train");
    CommandRun trained = train("tinyresnet", noParts, run, "--hold-out", 0.25);
    Path moved = Files.move(noParts, directory.resolve("moved"));
    CommandRun tested = evaluate("tinyresnet", "--data", moved);
    assertThat(tested.err()).isEmpty();
    assertThat(tested.out())
        .startsWith("30 images to test with, which the training held out of " + moved)
        .endsWith(trained.figures());

    // As many images of the same classes, but others.
    Files.move(moved.resolve("red/0.png"), moved.resolve("red/99.png"));
    assertThat(evaluate("tinyresnet", "--data", moved).out())
        .startsWith(
            "120 images to test with, all of "
                + moved
                + ", which has no part for it: those that the network was trained with may be among"
                + " them");
  }

  @Test
  void networksThatSeeImagesOtherwiseAreNotAveraged() {
    Path other = directory.resolve("other");
    train("tinyresnet", images, run);
    train("tinyresnet", images, other, "--imagenet-colors");
    CommandRun refused = evaluate("tinyresnet", "--from", other, "--data", images);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            "weft: --from "
                + other
                + " was trained otherwise than --from "
                + run
                + ": with ImageNet's colours, not colours of mean ")
        .contains(" and deviation ", "give each by itself");
  }

  @Test
  void theDigitsAreSeenAsInTraining() throws IOException {
    Path files = Files.createDirectory(directory.resolve("digits"));
    for (String part : new String[] {"train", "t10k"}) {
      copy("t10k-images-idx3-ubyte.gz", files.resolve(part + "-images-idx3-ubyte.gz"));
      copy("t10k-labels-idx1-ubyte.gz", files.resolve(part + "-labels-idx1-ubyte.gz"));
    }
    CommandRun trained = train("lenet5", files, run);
    CommandRun tested = evaluate("lenet5");
    assertThat(tested.err()).isEmpty();
    assertThat(tested.out())
        .startsWith("1,000 images to test with" + System.lineSeparator())
        .endsWith(trained.figures());
  }

  private static void copy(String name, Path to) throws IOException {
    try (InputStream in = Digits.class.getResourceAsStream("digits/" + name)) {
      Files.copy(in, to);
    }
  }

  @Test
  void theDigitsAreForNetworksOfDigitsOnly() {
    train("lenet5", images, run, "--recipe", "resnet-cifar");
    CommandRun refused = evaluate("lenet5");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("weft: lenet5 was trained for the classes " + ColoredImages.COLORS + ", but ")
        .contains("give it images with --data");
    assertThat(evaluate("tinyresnet").err())
        .startsWith(
            "weft: tinyresnet takes 3 x 32 x 32, but the digits of this program have 1 x 32 x 32: give it"
                + " images with --data");
  }

  @Test
  void weightsInACheckpointAreSeenAsThat() throws IOException {
    train("tinyresnet", images, run);
    Path weights = RunDirectory.best(run).file(Checkpoint.WEIGHTS);
    String expected = evaluate("tinyresnet", "--data", images).out();
    assertThat(evaluateFrom(weights, images)).isEqualTo(new CommandRun(0, expected, ""));
  }

  @Test
  void weightsAloneTakeTheClassesOfTheData() throws IOException {
    train("tinyresnet", images, run, "--imagenet-colors");
    Path weights = directory.resolve("alone.safetensors");
    Files.copy(RunDirectory.best(run).file(Checkpoint.WEIGHTS), weights);
    String known = evaluate("tinyresnet", "--data", images).out();
    assertThat(evaluateFrom(weights, images).out())
        .isEqualTo(
            "assumed, for a file of weights alone does not tell: ImageNet's colours, images made as"
                + " for resnet-cifar, the classes of "
                + images
                + System.lineSeparator()
                + known);

    Path two = ColoredImages.moveTwo(images, directory.resolve("two"));
    assertThat(evaluateFrom(weights, two).err())
        .isEqualToIgnoringNewLines(
            "weft: " + two + ": expected 10 classes, as tinyresnet has outputs, found 2 classes");
  }

  private static CommandRun evaluateFrom(Path from, Path data) {
    return CommandRun.of("evaluate", "tinyresnet", "--from", from, "--data", data);
  }

  @Test
  void theDirectoryOfCheckpointsIsARunAndAnotherIsNone() {
    train("tinyresnet", images, run);
    CommandRun expected = evaluate("tinyresnet", "--data", images);
    assertThat(evaluateFrom(run.resolve("checkpoints"), images)).isEqualTo(expected);
    assertThat(evaluateFrom(images, images).err())
        .isEqualToIgnoringNewLines(
            "weft: `"
                + images
                + "` is no run, checkpoint or safetensors file: give the directory that train"
                + " wrote");
  }

  @Test
  void insteadOfADamagedCheckpointAWholeOneIsNamed() throws IOException {
    train("tinyresnet", images, run);
    CommandRun.of(
        "train", "tinyresnet", "--data", images, "--resume", run, "--epochs", 2, "--batch", 20);
    Path best = RunDirectory.best(run).directory();
    Files.write(best.resolve("weights.safetensors"), new byte[1]);
    CommandRun refused = evaluate("tinyresnet", "--data", images);
    Path whole =
        best.resolveSibling(
            best.endsWith("step-0000000006") ? "step-0000000012" : "step-0000000006");
    assertThat(refused.err())
        .startsWith("weft: the checkpoint `" + best + "` is damaged: ")
        .endsWith("; name another that is whole: `" + whole + "`" + System.lineSeparator());
    assertThat(evaluateFrom(whole, images).err()).isEmpty();
  }
}
