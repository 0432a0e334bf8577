package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.examples.networks.Transfers_TwoColorsNetwork;
import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.Bits;
import dev.weft.runtime.train.ProgressDisplay;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder of images to predictions, by the command line. */
class TrainingRunTest {
  private static final String[] COLORS = {
    "black", "blue", "cyan", "gray", "green", "magenta", "orange", "red", "white", "yellow"
  };

  @TempDir private Path directory;
  private Path images;
  private Path run;

  private record Result(int status, String out, String err) {}

  private static Result run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    String[] texts = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    int status = Main.run(outStream, errStream, new ProgressDisplay(outStream, false), texts);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Ten colours, of which each image has a little more or less. */
  @BeforeEach
  void writeImages() throws IOException {
    images = directory.resolve("images");
    run = directory.resolve("run");
    Random random = new Random(1);
    for (String name : COLORS) {
      for (String part : List.of("train", "test")) {
        Path folder = Files.createDirectories(images.resolve(part).resolve(name));
        for (int i = 0; i < (part.equals("train") ? 12 : 3); i++) {
          write(folder.resolve(i + ".png"), name, random);
        }
      }
    }
  }

  private static void write(Path file, String color, Random random) throws IOException {
    BufferedImage image = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setColor((Color) Color.class.getField(color).get(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(color, e);
    }
    graphics.fillRect(0, 0, 40, 36);
    graphics.setColor(new Color(random.nextInt(1 << 24)));
    graphics.fillRect(random.nextInt(30), random.nextInt(26), 6, 6);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private Result train(Object... more) {
    Object[] all = new Object[9 + more.length];
    Object[] first = {
      "train", "tinyresnet", "--data", images, "--batch", 20, "--rate", 0.02, "--imagenet-colors"
    };
    System.arraycopy(first, 0, all, 0, 9);
    System.arraycopy(more, 0, all, 9, more.length);
    return run(all);
  }

  @Test
  void aFolderOfImagesIsTrainedWithTestedAndPredicted() throws IOException {
    Result trained = train("--epochs", 8, "--out", run);
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

    Result tested = run("evaluate", "tinyresnet", "--from", run, "--data", images);
    assertThat(tested.err()).isEmpty();
    assertThat(tested.out()).containsSubsequence("30 images to test with", "test accuracy ");
    Result cropped =
        run("evaluate", "TinyResNet", "--from", run, "--from", run, "--data", images, "--ten-crop");
    assertThat(cropped.out()).contains("test accuracy ");

    Path red = images.resolve("test/red/0.png");
    Path blue = images.resolve("test/blue/1.png");
    Result predicted = run("predict", "tinyresnet", "--from", run, red, blue);
    assertThat(predicted.status()).isZero();
    assertThat(predicted.out().lines()).hasSize(12);
    assertThat(predicted.out()).containsSubsequence(red.toString(), " %  red", blue.toString());
  }

  @Test
  void aRunIsResumedWithMoreEpochs() throws IOException {
    assertThat(train("--epochs", 2, "--out", run).status()).isZero();
    Result again = train("--epochs", 2, "--out", run);
    assertThat(again.status()).isEqualTo(2);
    assertThat(again.err()).contains(run + " has a training already: go on with --resume " + run);
    Result resumed = train("--epochs", 3, "--resume", run);
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("epoch 3/3").doesNotContain("epoch 2/3");
    assertThat(Files.readAllLines(run.resolve("history.csv"))).hasSize(4);
  }

  @Test
  void averagedWeightsAreThoseThatAreTestedAndUsed() {
    Result trained = train("--epochs", 1, "--average", 0.5, "--out", run);
    assertThat(trained.err()).isEmpty();
    Path checkpoint = run.resolve("checkpoints/step-0000000006");
    assertThat(checkpoint.resolve("averaged.safetensors")).exists();
    Result tested = run("evaluate", "tinyresnet", "--from", checkpoint, "--data", images);
    assertThat(tested.out()).endsWith(table(trained.out()));
    assertThat(checkpoint.resolve("averaged.safetensors").toFile().delete()).isTrue();
    Result damaged = run("evaluate", "tinyresnet", "--from", checkpoint, "--data", images);
    assertThat(damaged.err()).contains("lacks its file averaged.safetensors");
  }

  private static String table(String out) {
    int from = out.indexOf("test accuracy");
    return out.substring(from, out.indexOf(System.lineSeparator() + "checkpoints", from));
  }

  @Test
  void aNetworkIsFoundByTheNameOfItsClass() {
    String name = "dev.weft.examples.networks.TinyResNetNetwork";
    Result result = run("train", name, "--data", images, "--epochs", 1, "--out", run);
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("epoch 1/1");
  }

  @Test
  void aNewHeadIsTrainedOnAFrozenBackbone() throws IOException {
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    Path weights = run.resolve("checkpoints/step-0000000006/weights.safetensors");
    Path head = directory.resolve("head");
    Transfers_TwoColorsNetwork before =
        new Transfers_TwoColorsNetwork(ModelOptions.defaults().seed(3));
    before.loadWeights(weights, "backbone");

    Result trained = headOf("backbone=" + weights, head);
    assertThat(trained.err()).isEmpty();
    assertThat(trained.out())
        .startsWith(before.frozenParameters().size() + before.statistics().size() + " arrays of ")
        .contains(weights + "; not used: fc.weight, fc.bias")
        .contains("test accuracy 100.00 %");
    Transfers_TwoColorsNetwork after =
        new Transfers_TwoColorsNetwork(ModelOptions.defaults().seed(3));
    after.loadWeights(RunDirectory.best(head).file(Checkpoint.WEIGHTS));
    assertThat(Bits.of(after.parameters())).isNotEqualTo(Bits.of(before.parameters()));
    assertThat(Bits.of(after.frozenParameters())).isEqualTo(Bits.of(before.frozenParameters()));
    assertThat(Bits.of(after.statistics())).isEqualTo(Bits.of(before.statistics()));
  }

  private Result headOf(String weights, Path head) throws IOException {
    Path two = directory.resolve("two");
    for (String part : List.of("train/red", "train/blue", "test/red", "test/blue")) {
      Files.createDirectories(two.resolve(part).getParent());
      Files.move(images.resolve(part), two.resolve(part));
    }
    return run(
        "train",
        Transfers_TwoColorsNetwork.class.getName(),
        "--data",
        two,
        "--epochs",
        10,
        "--batch",
        8,
        "--imagenet-colors",
        "--weights",
        weights,
        "--out",
        head);
  }

  @Test
  void weightsOfABlockThatIsNotThereAreRefused() {
    Result result = train("--weights", "back=weights.safetensors", "--out", run);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("--weights: ").contains("has no block `back`");
  }

  @Test
  void classesThatTheNetworkHasNotAreRefused() {
    Result result = run("train", "resnet18", "--data", images, "--out", run);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("the data have 10 classes, but resnet18 has 1000 outputs: declare a network");
    assertThat(run).doesNotExist();
  }

  @Test
  void tooFewImagesToHoldOutAnyAreNamed() throws IOException {
    for (String name : COLORS) {
      for (int i = 3; i < 12; i++) {
        Files.delete(images.resolve("train/" + name + "/" + i + ".png"));
      }
    }
    Result result = run("train", "tinyresnet", "--data", images.resolve("train"), "--out", run);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("enough images to hold out 0.1 of a class (--hold-out)")
        .contains("30 images of 10 classes")
        .hasLineCount(1);
  }

  @Test
  void anotherNetworkThanTheCheckpointsIsToldInWords() {
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    Result result = run("evaluate", "cifarresnet20", "--from", run, "--data", images);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("is of another network:");
  }

  @Test
  void noCheckpointAndOtherClassesAreNamed() throws IOException {
    Result nothing = run("predict", "tinyresnet", "--from", run, images.resolve("test/red/0.png"));
    assertThat(nothing.status()).isEqualTo(2);
    assertThat(nothing.err()).contains("the checkpoint `" + run + "` is not there");
    assertThat(train("--epochs", 1, "--out", run).status()).isZero();
    Files.move(images.resolve("test/red"), images.resolve("test/rouge"));
    Result other = run("evaluate", "tinyresnet", "--from", run, "--data", images);
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("the classes that the network was trained for", "rouge");
  }
}
