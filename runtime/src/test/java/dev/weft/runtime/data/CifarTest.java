package dev.weft.runtime.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarTest {
  @TempDir Path directory;

  /** Records whose pixels count up, from another number in each. */
  private static byte[] records(int... labels) {
    byte[] file = new byte[labels.length * 3073];
    for (int i = 0; i < labels.length; i++) {
      file[i * 3073] = (byte) labels[i];
      for (int at = 0; at < 3072; at++) {
        file[i * 3073 + 1 + at] = (byte) (at / 7 + 50 * i);
      }
    }
    return file;
  }

  private Path write(String name, byte[] contents) throws IOException {
    return Files.write(directory.resolve(name), contents);
  }

  @Test
  void theFiveFilesFollowEachOther() throws IOException {
    for (int i = 1; i <= 5; i++) {
      write("data_batch_" + i + ".bin", records(i, i + 1));
    }
    LabelledImages train = Cifar.load10(directory, Split.TRAIN);
    assertThat(train.size()).isEqualTo(10);
    assertThat(train.label(5)).isEqualTo(4);
    assertThat(train.classes().get(train.label(9))).isEqualTo("frog");
    assertThat(train.name(3)).isEqualTo(directory + ", image 3");
  }

  @Test
  void planesBecomePixels() throws IOException {
    write("test_batch.bin", records(0, 9));
    LabelledImages test = Cifar.load10(directory, Split.TEST);
    assertThat(test.image(1)).hasToString("3x32x32");
    int blueOfRow4Column5 = (2 * 1024 + 4 * 32 + 5) / 7 + 50;
    assertThat(test.image(1).value(2, 4, 5)).isEqualTo(blueOfRow4Column5 % 256);
    assertThat(test.classes().get(test.label(1))).isEqualTo("truck");
  }

  @Test
  void ofTwoLabelsTheFineOneCounts() throws IOException {
    byte[] file = new byte[2 * 3074];
    file[0] = 19;
    file[1] = 99;
    file[3074 + 1] = 23;
    write("train.bin", file);
    LabelledImages train = Cifar.load100(directory, Split.TRAIN);
    assertThat(train.classes().get(train.label(0))).isEqualTo("worm");
    assertThat(train.classes().get(train.label(1))).isEqualTo("cloud");
    file[0] = 20;
    Path bad = write("train.bin", file);
    assertThatThrownBy(() -> Cifar.load100(directory, Split.TRAIN))
        .hasMessage(bad + ": expected labels from 0 to 19, found 20 at byte 0");
  }

  @Test
  void sizesAndLabelsAreChecked() throws IOException {
    Path file = directory.resolve("test_batch.bin");
    isRefused(file + ": expected a file of CIFAR, found nothing");
    write("test_batch.bin", new byte[0]);
    isRefused(file + ": expected records of 3073 bytes, found 0 bytes");
    write("test_batch.bin", new byte[3074]);
    isRefused(file + ": expected records of 3073 bytes, found 3074 bytes");
    write("test_batch.bin", records(3, 10));
    isRefused(file + ": expected labels from 0 to 9, found 10 at byte 3073");
  }

  private void isRefused(String message) {
    assertThatThrownBy(() -> Cifar.load10(directory, Split.TEST))
        .isInstanceOf(BadDataException.class)
        .hasMessage(message);
  }
}
