package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class MnistTest {
  @TempDir Path directory;

  private Path write(String name, byte[] contents) throws IOException {
    return Files.write(directory.resolve(name), contents);
  }

  private void isRefused(Path file, String problem) {
    assertThatThrownBy(() -> Mnist.load(directory, Split.TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessage(file + ": expected " + problem);
  }

  @ParameterizedTest
  @CsvSource({"-,''", ".,''", "-,.gz", ".,.gz"})
  void theUsualFileNamesAreFound(String separator, String suffix) throws IOException {
    byte[] images = IdxBytes.images(3, 28, 28);
    byte[] labels = IdxBytes.labels(7, 0, 9);
    boolean gzipped = suffix.equals(".gz");
    write(
        "train-images" + separator + "idx3-ubyte" + suffix,
        gzipped ? IdxBytes.gzip(images) : images);
    write(
        "train-labels" + separator + "idx1-ubyte" + suffix,
        gzipped ? IdxBytes.gzip(labels) : labels);
    Dataset digits = Mnist.load(directory, Split.TRAIN);
    assertThat(digits.size()).isEqualTo(3);
    assertThat(digits.imageShape()).isEqualTo(Shape.of(1, 32, 32));
    assertThat(digits.label(2)).isEqualTo(9);
  }

  @Test
  void digitsAreCentredAndNormalised() throws IOException {
    write("t10k-images-idx3-ubyte", IdxBytes.images(2, 28, 28));
    write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 0));
    try (Batch batch = Mnist.load(directory, Split.TEST).batch(1, 0)) {
      INDArray images = batch.images();
      assertThat(images.shape()).containsExactly(2, 1, 32, 32);
      assertThat(batch.labels()).containsExactly(0, 7);
      double black = -0.1307 / 0.3081;
      assertThat(images.getDouble(0, 0, 0, 0)).isCloseTo(black, within(1e-6));
      assertThat(images.getDouble(0, 0, 31, 31)).isCloseTo(black, within(1e-6));
      assertThat(images.getDouble(1, 0, 2, 1)).isCloseTo(black, within(1e-6));
      // The second image starts with the byte 784 % 256 = 16, the first goes on to 255 in row 9.
      assertThat(images.getDouble(0, 0, 2, 2))
          .isCloseTo((16 / 255.0 - 0.1307) / 0.3081, within(1e-6));
      assertThat(images.getDouble(1, 0, 2 + 9, 2 + 3))
          .isCloseTo((1 - 0.1307) / 0.3081, within(1e-6));
    }
  }

  @Test
  void aMissingDirectoryOrFileIsNamed() throws IOException {
    Path nowhere = directory.resolve("nowhere");
    assertThatThrownBy(() -> Mnist.load(nowhere, Split.TEST))
        .hasMessage(nowhere + ": expected a directory with MNIST's files, found nothing");
    Path file = write("file", new byte[0]);
    assertThatThrownBy(() -> Mnist.load(file, Split.TEST))
        .hasMessage(file + ": expected a directory with MNIST's files, found a file");
    Path images = directory.resolve("t10k-images-idx3-ubyte");
    isRefused(images, "this file, or the same with .gz, found neither");
    write("t10k-images-idx3-ubyte", IdxBytes.images(2, 28, 28));
    Path labels = directory.resolve("t10k-labels-idx1-ubyte");
    isRefused(labels, "this file, or the same with .gz, found neither");
  }

  @Test
  void imagesAndLabelsMustBeEquallyMany() throws IOException {
    Path images = write("t10k-images-idx3-ubyte", IdxBytes.images(2, 28, 28));
    Path labels = write("t10k-labels.idx1-ubyte", IdxBytes.labels(1, 2, 3));
    isRefused(labels, "2 labels, one for each image of " + images + ", found 3");
  }

  @Test
  void imagesOfAnotherSizeAreRefused() throws IOException {
    Path images = write("t10k-images-idx3-ubyte", IdxBytes.images(2, 32, 28));
    write("t10k-labels-idx1-ubyte", IdxBytes.labels(1, 2));
    isRefused(images, "images of 28 x 28, found 2 of 32 x 28");
    write("t10k-images-idx3-ubyte", IdxBytes.images(0, 28, 28));
    isRefused(images, "images of 28 x 28, found 0 of 28 x 28");
  }

  @Test
  void labelsAboveNineAreRefused() throws IOException {
    write("t10k-images-idx3-ubyte", IdxBytes.images(3, 28, 28));
    Path labels = write("t10k-labels-idx1-ubyte", IdxBytes.labels(9, 10, 200));
    isRefused(labels, "labels from 0 to 9, found 10 at index 1");
  }

  @Test
  void swappedFilesAreRefused() throws IOException {
    Path images = write("t10k-images-idx3-ubyte", IdxBytes.labels(1, 2));
    write("t10k-labels-idx1-ubyte", IdxBytes.images(2, 28, 28));
    isRefused(images, "the magic number 0x00000803 of an IDX file of rank 3, found 0x00000801");
  }
}
