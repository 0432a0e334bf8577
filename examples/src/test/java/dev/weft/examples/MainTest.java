package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
  private static final int DIGITS = 40;

  @TempDir Path directory;
  private int runs;

  /** Digits that are a bar in the row of their class, so that a few steps learn them. */
  @BeforeEach
  void writeDigits() throws IOException {
    for (String part : new String[] {"train", "t10k"}) {
      ByteBuffer images = ByteBuffer.allocate(16 + DIGITS * 28 * 28);
      images.putInt(0x803).putInt(DIGITS).putInt(28).putInt(28);
      ByteBuffer labels = ByteBuffer.allocate(8 + DIGITS).putInt(0x801).putInt(DIGITS);
      Random random = new Random(part.length());
      for (int i = 0; i < DIGITS; i++) {
        int row = 4 + 2 * (i % 10);
        Arrays.fill(
            images.array(),
            16 + (28 * i + row) * 28 + random.nextInt(10),
            16 + (28 * i + row) * 28 + 20,
            (byte) 255);
        labels.put((byte) (i % 10));
      }
      Files.write(directory.resolve(part + "-images-idx3-ubyte"), images.array());
      Files.write(directory.resolve(part + "-labels-idx1-ubyte"), labels.array());
    }
  }

  private CommandRun train(String... options) {
    String out = directory.resolve("run" + runs++).toString();
    String[] args = {"train", "lenet5", "--data", directory.toString(), "--out", out};
    return CommandRun.of(args, (Object[]) options);
  }

  @Test
  void showsTheLayersThenTheEpochsThenTheTest() {
    CommandRun result = train("--epochs", "12", "--batch", "8", "--rate", "0.05");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .containsSubsequence(
            "c1",
            "output",
            "61,706",
            "40 images to train with, 40 to test with, seed 1",
            "epoch 1/12  loss ",
            "epoch 12/12  loss ",
            "test accuracy 100.00 % (40 of 40)",
            "class  precision  recall     f1  count",
            "    9     1.0000  1.0000  1.000      4")
        .doesNotContain("columns:");
  }

  @Test
  void theConfusionMatrixIsPrintedOnDemand() {
    CommandRun result = train("--epochs", "12", "--batch", "8", "--rate", "0.05", "--confusion");
    assertThat(result.out())
        .containsSubsequence(
            "rows: the class; columns: what the network took it for",
            "    0     4     0     0     0     0     0     0     0     0     0",
            "    9     0     0     0     0     0     0     0     0     0     4");
  }

  @Test
  void aSeedGivesTheSameRun() {
    String first = losses(train("--epochs", "2", "--seed", "5"));
    assertThat(first).isEqualTo(losses(train("--epochs", "2", "--seed", "5")));
    assertThat(first).isNotEqualTo(losses(train("--epochs", "2", "--seed", "6")));
  }

  @Test
  void theOutputIsTheSameInEveryLocale() {
    String expected = losses(train("--epochs", "1", "--confusion"));
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(losses(train("--epochs", "1", "--confusion"))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String losses(CommandRun result) {
    assertThat(result.status()).isZero();
    return result.out().replaceAll("[0-9,]+ images/s .*|seed.*|checkpoints, history.*", "");
  }

  @Test
  void badDataIsOneLineAndStatusTwo() throws IOException {
    Path images = directory.resolve("train-images-idx3-ubyte");
    Files.write(images, Arrays.copyOf(Files.readAllBytes(images), 100));
    CommandRun result = train();
    assertThat(result)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "weft: "
                    + images
                    + ": expected 31360 bytes of data for 40 x 28 x 28, found 84"
                    + System.lineSeparator()));
  }

  @Test
  void aMissingDirectoryIsOneLineAndStatusTwo() {
    CommandRun result = CommandRun.of("train", "lenet5", "--data", "no such directory");
    assertThat(result)
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "weft: no such directory: expected a directory with a folder for each class, found nothing"
                    + System.lineSeparator()));
  }

  @Test
  void aTrainingThatDivergesIsOneLineAndStatusOne() {
    CommandRun result = train("--rate", "1e30", "--epochs", "3", "--batch", "8");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err())
        .matches(
            "weft: the loss is \\S+ in epoch \\d, step \\d: the .* \\(LeNet5.java:2\\d\\).*"
                + "; try a learning rate below .*\\R");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train lenet6             | unknown network 'lenet6'; the nearest is 'lenet5'",
        "train com.me.PetsNetNetwork | unknown network 'com.me.PetsNetNetwork'; the command 'networks' lists those of the collection, and of your own, no generated class of that name is on the class path: give its whole name",
        "train dev.weft.examples.networks.TinyResNet | unknown network 'dev.weft.examples.networks.TinyResNet'; the class that was generated for it is dev.weft.examples.networks.TinyResNetNetwork",
        "train                    | Missing required parameter: 'NETWORK'",
        "train lenet5 --epochs 0  | --epochs must be from 1 to 1000, but is 0",
        "train lenet5 --epochs 20000000 | --epochs must be from 1 to 1000, but is 20000000",
        "train lenet5 --batch -3  | --batch must be at least 1, but is -3",
        "train lenet5 --rate NaN  | --rate must be above 0, but is NaN",
        "train lenet5 --momentum 1| --momentum must be from 0 to below 1, but is 1.0",
        "train lenet5 --decay -1  | --decay must be at least 0, but is -1.0",
        "train lenet5 --clip 0    | --clip must be above 0, but is 0.0",
        "train lenet5 --average 1 | --average must be from 0 to below 1, but is 1.0",
        "train lenet5 --patience 0| --patience must be at least 1, but is 0",
        "train lenet5 --batch 8 --micro-batches 9 | --micro-batches must be from 1 to the 8 images of a batch, but is 9",
        "train lenet5 --batch many| --batch must be a whole number, but is many",
        "train lenet5 --rate abc  | --rate must be a number, but is abc",
        "train lenet5 --epoch 3   | Unknown options: '--epoch', '3'; the nearest is '--epochs'",
        "train lenet5 --speed 3   | Unknown options: '--speed', '3'",
      })
  void aWrongArgumentIsOneLineAndStatusTwo(String line, String message) {
    CommandRun result = CommandRun.of((Object[]) line.trim().split(" +"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("weft: " + message).hasLineCount(2);
    assertThat(result.err().lines().toList().get(1)).matches("see java .* train --help");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "profile lenet6           | unknown network 'lenet6'; the nearest is 'lenet5'",
        "profile lenet5 --runs 0  | --runs must be at least 1, but is 0",
        "profile lenet5 --batch 0 | --batch must be at least 1, but is 0",
        "profile lenet5 --mode so | --mode must be one of inference, training, but is so",
        "summary lenet5 --batch 0 | --batch must be at least 1, but is 0",
        "summary lenet5 --kernels cuda | --kernels must be one of auto, nd4j, onednn, but is cuda",
        "summary lenet5 --batch 8 | --batch is for a network that is run, which summary does with --kernels only",
      })
  void aWrongArgumentOfOtherCommandsIsOneLine(String line, String message) {
    CommandRun result = CommandRun.of((Object[]) line.trim().split(" +"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("weft: " + message).hasLineCount(2);
    assertThat(result.err().lines().toList().get(1))
        .matches("see java .* " + line.substring(0, "profile".length()) + " --help");
  }

  @Test
  void aProfileHasALineForEachLayerAndTheTotal() {
    CommandRun result =
        CommandRun.of("profile", "lenet5", "--batch", "2", "--kernels", "nd4j", "--runs", "2");
    assertThat(result.status()).isZero();
    String[] lines = result.out().split("\\R");
    assertThat(lines[0])
        .matches(
            "lenet5, inference in float, batch 2; the fastest of 2 runs;"
                + " this machine multiplies matrices at [0-9,]+ GFLOP/s");
    assertThat(lines[2]).matches("layer +declared +forward +GFLOP/s +of peak +computed by");
    assertThat(lines[3]).matches("c1.0 \\+ .1 +LeNet5.java:21 .* ms .* % +nd4j");
    assertThat(lines[4]).matches("s2 +LeNet5.java:22 .* ms +- +- +nd4j");
    assertThat(lines[9]).matches("output +LeNet5.java:27 .* ms .* % +nd4j");
    assertThat(lines[10]).matches("total .* ms .* %");
    assertThat(lines[12])
        .matches(
            "the total adds up the fastest of each layer; the fastest run as a whole, with its"
                + " images copied in and its output out, took .* ms: .* images/s");
  }

  @Test
  void aProfileOfTrainingHasBothPassesOfEachLayer() {
    CommandRun result =
        CommandRun.of(
            "profile", "lenet5", "--mode", "training", "--kernels", "onednn", "--runs", "1");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .containsSubsequence(
            "lenet5, training in float, batch 1; ", " forward ", " backward ", "computed by")
        .containsPattern(
            "\nc1.0 \\+ .1 +LeNet5.java:21 .* ms .* - +\\w+:\\w+"
                + "\nc1.0 +LeNet5.java:21 +- .* ms .*\\w+:\\w+"
                + "\nc1.1 +LeNet5.java:21 +- .* ms .*\\w+:\\w+\ns2 ")
        .containsPattern("\ns2 .* ms .* ms .*\\w+:\\w+");
  }

  @Test
  void theSummaryShowsWhatComputesWhichLayerOnDemand() {
    assertThat(CommandRun.of("summary", "lenet5").out()).doesNotContain("computed by");
    assertThat(CommandRun.of("summary", "lenet5", "--kernels=nd4j").out())
        .containsSubsequence("memory: ", "layer ", "operation ", "computed by")
        .containsPattern("\nc1.0 \\+ .1 +conv 5x5, 6 \\+ tanh +nd4j\\R")
        .containsPattern("\ns2 +avgPool 2x2, stride 2 +nd4j\\R");
    assertThat(
            CommandRun.of("summary", "lenet5", "--mode", "training", "--kernels", "onednn").out())
        .containsSubsequence("forward by", "backward by")
        .containsPattern("\noutput +dense 10 +\\w+:\\w+ +\\w+:\\w+");
  }

  @Test
  void withoutACommandTheCommandsAreNamed() {
    CommandRun result = CommandRun.of();
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .startsWith(
            "weft: missing the command: networks, summary, profile, train, evaluate, predict or preview")
        .containsPattern("\\Rsee java .*(Main|[.]jar) --help\\R")
        .hasLineCount(2);
  }

  @Test
  void helpIsNoError() {
    CommandRun result = CommandRun.of("train", "--help");
    assertThat(result.status()).isZero();
    assertThat(result.out()).contains("--data=DIR", "lenet5");
  }
}
