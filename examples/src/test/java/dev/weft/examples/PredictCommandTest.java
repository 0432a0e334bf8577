package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.examples.networks.Transfers_TwoColorsNetwork;
import dev.weft.runtime.model.ModelOptions;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Averages over networks and crops, of percentages that are printed with two digits. */
class PredictCommandTest {
  private static final double DIGITS = 0.011;
  private static final Pattern FIRST_CLASS = Pattern.compile("([0-9.]+) %  0\\R");

  @TempDir private Path directory;
  private Path one;
  private Path other;
  private BufferedImage photo;

  @BeforeEach
  void write() throws IOException {
    one = weights(1);
    other = weights(2);
    photo = new BufferedImage(40, 36, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(1);
    for (int i = 0; i < 40 * 36; i++) {
      photo.setRGB(i % 40, i / 40, random.nextInt(1 << 24));
    }
  }

  private Path weights(long seed) throws IOException {
    Path file = directory.resolve(seed + ".safetensors");
    new Transfers_TwoColorsNetwork(ModelOptions.defaults().seed(seed)).saveWeights(file);
    return file;
  }

  private double percent(BufferedImage image, Object... options) throws IOException {
    File file = directory.resolve("image.png").toFile();
    ImageIO.write(image, "png", file);
    return percents(CommandRun.of(predict(file), options)).findFirst().orElseThrow();
  }

  private static Object[] predict(File file) {
    return new Object[] {"predict", Transfers_TwoColorsNetwork.class.getName(), file};
  }

  private static DoubleStream percents(CommandRun predicted) {
    assertThat(predicted.err()).isEmpty();
    return FIRST_CLASS
        .matcher(predicted.out())
        .results()
        .mapToDouble(line -> Double.parseDouble(line.group(1)));
  }

  @Test
  void severalNetworksAnswerWithTheirMean() throws IOException {
    double first = percent(photo, "--from", one);
    double second = percent(photo, "--from", other);
    assertThat(first).isNotCloseTo(second, within(2 * DIGITS));
    assertThat(percent(photo, "--from", one, "--from", other))
        .isCloseTo((first + second) / 2, within(DIGITS));
  }

  @Test
  void tenCropsAnswerWithTheirMean() throws IOException {
    List<Double> crops = new ArrayList<>();
    for (int[] corner : new int[][] {{0, 0}, {8, 0}, {0, 4}, {8, 4}, {4, 2}}) {
      BufferedImage crop = photo.getSubimage(corner[0], corner[1], 32, 32);
      crops.add(percent(crop, "--from", one));
      crops.add(percent(mirrored(crop), "--from", one));
    }
    double mean = crops.stream().mapToDouble(each -> each).average().orElseThrow();
    assertThat(percent(photo, "--from", one, "--ten-crop")).isCloseTo(mean, within(DIGITS));
    assertThat(percent(photo, "--from", one)).isNotCloseTo(mean, within(2 * DIGITS));
  }

  private static BufferedImage mirrored(BufferedImage image) {
    BufferedImage mirrored = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = mirrored.createGraphics();
    graphics.drawImage(image, 32, 0, 0, 32, 0, 0, 32, 32, null);
    graphics.dispose();
    return mirrored;
  }

  @Test
  void ofAFolderAllImagesAreAnsweredInTheOrderOfTheirNames() throws IOException {
    Path photos = directory.resolve("photos");
    List<Path> expected = List.of(photos.resolve("a/2.PNG"), photos.resolve("b.png"));
    for (String name : List.of("b.png", "a/2.PNG", ".hidden/1.png", "a/._2.png")) {
      Path file = photos.resolve(name);
      Files.createDirectories(file.getParent());
      ImageIO.write(photo, "png", file.toFile());
    }
    Files.writeString(photos.resolve("notes.txt"), "no image");
    CommandRun predicted = CommandRun.of(predict(photos.toFile()), "--from", one);
    assertThat(predicted.err()).isEmpty();
    assertThat(predicted.out().lines())
        .filteredOn(line -> line.startsWith(photos.toString()))
        .containsExactlyElementsOf(expected.stream().map(Path::toString).toList());
    assertThat(predicted.out())
        .startsWith(
            "assumed, for a file of weights alone does not tell: ImageNet's colours, images made as"
                + " for resnet-cifar, classes numbered from 0");

    Path none = Files.createDirectory(directory.resolve("none"));
    assertThat(CommandRun.of(predict(none.toFile()), "--from", one).err())
        .isEqualToIgnoringNewLines(
            "weft: " + none + ": expected images (.jpg, .jpeg, .png), found none");
  }
}
