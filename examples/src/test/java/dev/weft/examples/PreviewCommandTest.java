package dev.weft.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewCommandTest {
  @TempDir Path directory;
  private Path sheet;

  /** Images of one colour: red cats, blue dogs. */
  @BeforeEach
  void writeImages() throws IOException {
    sheet = directory.resolve("sheet.png");
    for (int i = 0; i < 3; i++) {
      write("photos/cat/" + i + ".png", 0xff0000);
      write("photos/dog/" + i + ".jpg", 0x0000ff);
    }
  }

  private void write(String name, int rgb) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[40 * 30];
    Arrays.fill(pixels, rgb);
    image.setRGB(0, 0, 40, 30, pixels, 0, 40);
    ImageIO.write(image, name.substring(name.length() - 3), file.toFile());
  }

  private CommandRun preview(Object... options) {
    Object[] first = {"preview", directory.resolve("photos"), "--out", sheet};
    return CommandRun.of(first, options);
  }

  @Test
  void aRowHasTheImageAndWhatBecomesOfIt() throws IOException {
    CommandRun result = preview("--augment", "resize(96), randomCrop(96)", "--columns", "3");
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .contains(
            "6 images of 2 classes", "resize(96), randomCrop(96)", "row 6: ", "written: " + sheet);
    BufferedImage image = ImageIO.read(sheet.toFile());
    assertThat(image.getWidth()).isEqualTo(4 + 4 * 100 + 16);
    assertThat(image.getHeight()).isEqualTo(4 + 6 * 100);
    boolean catFirst = result.out().contains("row 1: cat");
    for (int left : new int[] {4, 120, 220, 320}) {
      int rgb = image.getRGB(left + 10, 14);
      assertThat((rgb >> 16 & 0xff) > 200).isEqualTo(catFirst);
      assertThat((rgb & 0xff) > 200).isEqualTo(!catFirst);
    }
    assertThat(image.getRGB(110, 50) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void theSeedDecides() throws IOException {
    preview("--augment", "resnet-cifar", "--seed", "5");
    byte[] first = Files.readAllBytes(sheet);
    preview("--augment", "resnet-cifar", "--seed", "5");
    assertThat(Files.readAllBytes(sheet)).isEqualTo(first);
    preview("--augment", "resnet-cifar", "--seed", "6");
    assertThat(Files.readAllBytes(sheet)).isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"lenet5", "alexnet", "vgg", "googlenet", "resnet", "resnet-cifar", "densenet"})
  void eachPaperHasItsSheet(String paper) throws IOException {
    CommandRun result = preview("--augment", paper, "--size", "112", "--rows", "1");
    assertThat(result.err()).isEmpty();
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(4 + 9 * 116 + 16);
  }

  @Test
  void tenCropsAreTenColumns() throws IOException {
    CommandRun result =
        preview("--augment", "alexnet", "--ten-crop", "--size", "112", "--rows", "2");
    assertThat(result.out()).contains("resize(128), tenCrop(112)");
    assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(4 + 11 * 116 + 16);
  }

  @Test
  void unreadableFilesAreRefusedOrLeftOut() throws IOException {
    Path empty = directory.resolve("photos/dog/9.jpg");
    Files.write(empty, new byte[0]);
    CommandRun refused = preview();
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualToIgnoringNewLines(
            "weft: "
                + empty
                + ": expected a JPEG or PNG image, found 0 bytes; --skip-unreadable leaves out such files");
    CommandRun left = preview("--skip-unreadable");
    assertThat(left.status()).isZero();
    assertThat(left.out())
        .containsSubsequence(
            "1 files left out:",
            "  " + empty + ": expected a JPEG or PNG image, found 0 bytes",
            "6 images of 2 classes");
  }

  @Test
  void anImageThatIsTooSmallIsNamed() {
    CommandRun result = preview("--augment", "randomCrop(64)");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .matches(
            "weft: \\S+: expected an image of at least 64x64 for randomCrop\\(64\\), found"
                + " 30x40\\R");
  }

  @Test
  void aSheetThatCannotBeWrittenIsNamed() {
    sheet = directory.resolve("nowhere/sheet.png");
    CommandRun result = preview();
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).startsWith("weft: " + sheet + ": cannot be written (");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--augment resnt         | unknown augmentation 'resnt'; the nearest is \"resnet\"",
        "--augment randomCrop(a) | --augment: randomCrop: expected numbers, found 'a'",
        "--augment pad(1) --size 3 | --size goes with the name of a paper; transforms say",
        "--rows 0                | --rows must be from 1 to 100, but is 0",
        "--columns 101           | --columns must be from 1 to 100, but is 101",
        "--size 0                | --size must be from 1 to 1024, but is 0",
      })
  void aWrongArgumentIsOneLine(String options, String message) {
    CommandRun result = preview((Object[]) options.trim().split(" +"));
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("weft: " + message).hasLineCount(2);
    assertThat(sheet).doesNotExist();
  }
}
