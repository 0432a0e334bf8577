package dev.weft.runtime.data;

import dev.weft.dsl.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The binary files of CIFAR-10 and CIFAR-100 (Krizhevsky 2009): records of one label, or two of
 * which the second is the fine one, and 32 x 32 pixels, red, then green, then blue.
 */
public final class Cifar {
  private static final int SIDE = 32;
  private static final int CHANNELS = 3;
  private static final int PLANE = SIDE * SIDE;
  private static final Shape SHAPE = Shape.of(CHANNELS, SIDE, SIDE);
  private static final int COARSE_CLASSES = 20;

  private final List<String> classes;
  private final int labelBytes;
  private final byte[] pixels;
  private final int[] labels;
  private int read;

  private Cifar(List<String> classes, int labelBytes, int images) {
    this.classes = classes;
    this.labelBytes = labelBytes;
    this.pixels = new byte[Math.multiplyExact(images, CHANNELS * PLANE)];
    this.labels = new int[images];
  }

  /**
   * Reads CIFAR-10 from a directory with {@code data_batch_1.bin} to {@code data_batch_5.bin}, or
   * with {@code test_batch.bin}.
   *
   * @throws BadDataException if a file is missing or damaged
   */
  public static LabelledImages load10(Path directory, Split split) throws IOException {
    List<String> names =
        split == Split.TEST
            ? List.of("test_batch.bin")
            : IntStream.rangeClosed(1, 5).mapToObj(i -> "data_batch_" + i + ".bin").toList();
    return load(directory, names, CifarClasses.CIFAR_10, 1);
  }

  /**
   * Reads CIFAR-100, with its fine labels, from a directory with {@code train.bin} or {@code
   * test.bin}.
   *
   * @throws BadDataException if the file is missing or damaged
   */
  public static LabelledImages load100(Path directory, Split split) throws IOException {
    String name = split == Split.TEST ? "test.bin" : "train.bin";
    return load(directory, List.of(name), CifarClasses.CIFAR_100, 2);
  }

  private static LabelledImages load(
      Path directory, List<String> names, List<String> classes, int labelBytes) throws IOException {
    List<Path> files = names.stream().map(directory::resolve).toList();
    int record = labelBytes + CHANNELS * PLANE;
    int images = 0;
    for (Path file : files) {
      images = Math.addExact(images, records(file, record));
    }
    Cifar cifar = new Cifar(classes, labelBytes, images);
    for (Path file : files) {
      cifar.read(file, record);
    }
    return new ImagesInMemory(directory.toString(), classes, SHAPE, cifar.pixels, cifar.labels);
  }

  private static int records(Path file, int record) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadDataException(
          file.toString(), "a file of CIFAR", Files.exists(file) ? "a directory" : "nothing");
    }
    long size = Files.size(file);
    if (size == 0 || size % record != 0) {
      throw new BadDataException(
          file.toString(), "records of " + record + " bytes", size + " bytes");
    }
    return Math.toIntExact(size / record);
  }

  private void read(Path file, int record) throws IOException {
    byte[] contents = Files.readAllBytes(file);
    for (int at = 0; at < contents.length; at += record) {
      if (labelBytes == 2) {
        label(file, contents, at, COARSE_CLASSES);
      }
      labels[read] = label(file, contents, at + labelBytes - 1, classes.size());
      interleave(contents, at + labelBytes);
      read++;
    }
  }

  private static int label(Path file, byte[] contents, int at, int classes)
      throws BadDataException {
    int label = contents[at] & 0xff;
    if (label >= classes) {
      throw new BadDataException(
          file.toString(), "labels from 0 to " + (classes - 1), label + " at byte " + at);
    }
    return label;
  }

  private void interleave(byte[] contents, int from) {
    int to = read * CHANNELS * PLANE;
    for (int i = 0; i < PLANE; i++) {
      for (int channel = 0; channel < CHANNELS; channel++) {
        pixels[to++] = contents[from + channel * PLANE + i];
      }
    }
  }
}
