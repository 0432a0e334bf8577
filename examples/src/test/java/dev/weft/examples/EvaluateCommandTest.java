package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

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
                + ": with mean [0.485, 0.456, 0.406], not [")
        .contains("; deviation [0.229, 0.224, 0.225], not [", "give each by itself");
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
}
