package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of images to predictions, by the command line. */
class TrainingRunTest {
  @TempDir private Path directory;
  private Path images;
  private Path run;

  @BeforeEach
  void writeImages() throws IOException {
    images = directory.resolve("images");
    run = directory.resolve("run");
    ColoredImages.write(images);
  }

  private CommandRun train(Object... more) {
    Object[] first = {
      "train", "tinyresnet", "--data", images, "--batch", 20, "--rate", 0.02, "--imagenet-colors"
    };
    return CommandRun.of(first, more);
  }

  @Test
  void aFolderOfImagesIsTrainedWithTestedAndPredicted() throws IOException {
    CommandRun trained = train("--epochs", 8, "--out", run);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.status()).isZero();
    assertThat(trained.out())
        .containsSubsequence(
            "120 images to train with, 30 to test with",
            "epoch 8/8  loss ",
            "test accuracy ",
            "among the first five ",
            "  class  precision",
            "checkpoints, history and curves: " + run);
    assertThat(Files.readAllLines(run.resolve("history.csv"))).hasSize(9);
    assertThat(ImageIO.read(run.resolve("curves.png").toFile()).getWidth()).isEqualTo(900);

    CommandRun tested = CommandRun.of("evaluate", "tinyresnet", "--from", run, "--data", images);
    assertThat(tested.err()).isEmpty();
    assertThat(tested.out()).containsSubsequence("30 images to test with", "test accuracy ");
    CommandRun cropped =
        CommandRun.of(
            "evaluate", "TinyResNet", "--from", run, "--from", run, "--data", images, "--ten-crop");
    assertThat(cropped.out()).contains("test accuracy ");

    Path red = images.resolve("test/red/0.png");
    Path blue = images.resolve("test/blue/1.png");
    CommandRun predicted = CommandRun.of("predict", "tinyresnet", "--from", run, red, blue);
    assertThat(predicted.status()).isZero();
    assertThat(predicted.out().lines()).hasSize(12);
    assertThat(predicted.out()).containsSubsequence(red.toString(), " %  red", blue.toString());
  }

  @Test
  void anImageThatWouldBeAloneUnderABatchNormIsRefusedBeforeTheFirstStep() {
    String network = "dev.weft.examples.networks.NormedFeaturesNetwork";
    CommandRun refused =
        CommandRun.of("train", network, "--data", images, "--batch", 7, "--out", run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith(
            "weft: batches of 7 leave one image alone at the end of an epoch of 120: the batch"
                + " normalisation `fc.0` ")
        .endsWith(
            "; train with batches of at least 2, at the end of an epoch, too"
                + System.lineSeparator())
        .hasLineCount(1);

    CommandRun profiled = CommandRun.of("profile", network, "--batch", 1, "--mode", "training");
    assertThat(profiled.status()).isEqualTo(2);
    assertThat(profiled.err()).startsWith("weft: the batch normalisation `fc.0` ").hasLineCount(1);
  }

  @Test
  void aRunIsResumedWithMoreEpochs() throws IOException {
    assertThat(train("--epochs", 2, "--out", run).status()).isZero();
    CommandRun again = train("--epochs", 2, "--out", run);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains(run + " has a training already: go on with --resume " + run);
    CommandRun other = train("--epochs", 3, "--resume", run, "--recipe", "alexnet");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err())
        .contains("with the augmentation of the recipe alexnet, not of resnet-cifar: resume with")
        .hasLineCount(1);
    CommandRun done = train("--epochs", 2, "--resume", run);
    assertThat(done.out()).contains("all 2 epochs are made already: give more with --epochs");
    CommandRun resumed = train("--epochs", 3, "--resume", run);
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("epoch 3/3").doesNotContain("epoch 2/3");
    assertThat(Files.readAllLines(run.resolve("history.csv"))).hasSize(4);
  }

  @Test
  void aRunThatIsNotThereIsNotMade() {
    CommandRun typo = train("--epochs", 1, "--resume", directory.resolve("rum"));
    assertThat(typo.status()).isEqualTo(2);
    assertThat(typo.err())
        .startsWith(
            "weft: --resume " + directory.resolve("rum") + " has no checkpoint to go on from");
    assertThat(directory.resolve("rum")).doesNotExist();
  }

  @Test
  void theDirectoryIsLookedAtBeforeTheImages() throws IOException {
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    Path noImages = directory.resolve("nothing");
    assertThat(CommandRun.of("train", "tinyresnet", "--data", noImages, "--out", run).err())
        .startsWith("weft: " + run + " has a training already: ");
    try (RunDirectory other = RunDirectory.open(run, 1)) {
      assertThat(other.latest()).isPresent();
      assertThat(CommandRun.of("train", "tinyresnet", "--data", noImages, "--resume", run).err())
          .contains("is in use by another training");
    }
  }

  @Test
  void averagedWeightsAreThoseThatAreTestedAndUsed() {
    CommandRun trained = train("--epochs", 1, "--average", 0.5, "--out", run);
    assertThat(trained.err()).isEmpty();
    Path checkpoint = run.resolve("checkpoints/step-0000000006");
    assertThat(checkpoint.resolve("averaged.safetensors")).exists();
    CommandRun tested =
        CommandRun.of("evaluate", "tinyresnet", "--from", checkpoint, "--data", images);
    assertThat(tested.out()).endsWith(trained.figures());
    assertThat(checkpoint.resolve("averaged.safetensors").toFile().delete()).isTrue();
    CommandRun damaged =
        CommandRun.of("evaluate", "tinyresnet", "--from", checkpoint, "--data", images);
    assertThat(damaged.err()).contains("lacks its file averaged.safetensors");
  }

  @Test
  void aNetworkIsFoundByTheNameOfItsClass() {
    String name = "dev.weft.examples.networks.TinyResNetNetwork";
    CommandRun result = CommandRun.of("train", name, "--data", images, "--epochs", 1, "--out", run);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("epoch 1/1");
  }

  @Test
  void classesThatTheNetworkHasNotAreRefused() {
    CommandRun result = CommandRun.of("train", "resnet18", "--data", images, "--out", run);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("the data have 10 classes, but resnet18 has 1000 outputs: declare a network");
    assertThat(run).doesNotExist();
  }

  @Test
  void tooFewImagesToHoldOutAnyAreNamed() throws IOException {
    for (String name : ColoredImages.COLORS) {
      for (int i = 3; i < 12; i++) {
        Files.delete(images.resolve("train/" + name + "/" + i + ".png"));
      }
    }
    CommandRun result =
        CommandRun.of("train", "tinyresnet", "--data", images.resolve("train"), "--out", run);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("enough images to hold out 0.1 of a class (--hold-out)")
        .contains("30 images of 10 classes")
        .hasLineCount(1);
  }

  @Test
  void anotherNetworkThanTheCheckpointsIsToldInWords() {
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    CommandRun result = CommandRun.of("evaluate", "cifarresnet20", "--from", run, "--data", images);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("is of another network:")
        .endsWith("use the network that it was made of, tinyresnet" + System.lineSeparator());
  }

  @Test
  void noCheckpointAndOtherClassesAreNamed() throws IOException {
    CommandRun nothing =
        CommandRun.of("predict", "tinyresnet", "--from", run, images.resolve("test/red/0.png"));
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err())
        .contains("`" + run + "` is no run, checkpoint or safetensors file, for there is nothing");
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    Files.move(images.resolve("test/red"), images.resolve("test/rouge"));
    CommandRun other = CommandRun.of("evaluate", "tinyresnet", "--from", run, "--data", images);
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("the classes that the network was trained for", "rouge");
  }

  @Test
  void filesThatAreLeftOutAreNamed() throws IOException {
    Path broken = Files.writeString(images.resolve("train/red/99.png"), "no image");
    String problem = broken + ": expected a JPEG or PNG image, found something else";
    assertThat(train("--epochs", 1, "--out", run).err())
        .contains(problem + "; --skip-unreadable leaves out such files")
        .hasLineCount(1);
    CommandRun trained =
        train("--epochs", 1, "--out", directory.resolve("other"), "--skip-unreadable");
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out())
        .containsSubsequence("1 files left out:", "  " + problem, "120 images to train with");
  }

  @Test
  void aTrainingThatGoesOnHasNoPlaceForWeights() {
    assertThat(train("--resume", run, "--weights", "some.safetensors").err())
        .startsWith(
            "weft: --resume goes on with the weights of the training, so --weights has no place");
  }

  @Test
  void imagesThatWereAddedAreCountedWhenATrainingGoesOn() throws IOException {
    Path noParts = images.resolve("train");
    Object[] begin = {"train", "tinyresnet", "--data", noParts, "--batch", 20};
    assertThat(CommandRun.of(begin, "--epochs", 1, "--out", run).err()).isEmpty();
    Files.copy(noParts.resolve("red/0.png"), noParts.resolve("red/99.png"));
    CommandRun refused = CommandRun.of(begin, "--epochs", 2, "--resume", run);
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .startsWith("weft: " + noParts + " has 121 images, the training `" + run)
        .contains("` had 120: resume with the same")
        .hasLineCount(1);
    assertThat(refused.out()).isEmpty();
  }

  @Test
  void theBestEpochIsNamedAndIsTheOneThatIsTaken() {
    CommandRun trained = train("--epochs", 4, "--out", run);
    Matcher best =
        Pattern.compile("the best epoch is [1-4] of 4, with a test accuracy of ([0-9.]+ %)")
            .matcher(trained.out());
    assertThat(best.find()).isTrue();
    assertThat(CommandRun.of("evaluate", "tinyresnet", "--from", run, "--data", images).out())
        .contains("test accuracy " + best.group(1));
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamedBeforeTheImages() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    Path nothing = directory.resolve("nothing");
    Path out = file.resolve("run");
    assertThat(CommandRun.of("train", "tinyresnet", "--data", nothing, "--out", out).err())
        .isEqualToIgnoringNewLines(
            "weft: the directory `"
                + out
                + "` cannot be made: `"
                + file
                + "` is a file; choose another with --out");
  }

  @Test
  void classesWithoutAnImageToTestWithAreNamed() throws IOException {
    Path noParts = images.resolve("train");
    for (int i = 1; i < 12; i++) {
      Files.delete(noParts.resolve("red/" + i + ".png"));
    }
    CommandRun trained =
        CommandRun.of("train", "tinyresnet", "--data", noParts, "--epochs", 1, "--out", run);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out()).contains("warning: no image to test with of red");
  }
}
