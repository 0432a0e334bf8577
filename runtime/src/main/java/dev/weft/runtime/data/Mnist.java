package dev.weft.runtime.data;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.Transforms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The handwritten digits of MNIST (LeCun, Cortes, Burges), as LeNet-5 takes them: 28 x 28 pixels
 * padded to 32 x 32, from 0 to 1, with the mean 0.1307 subtracted and divided by the deviation
 * 0.3081, those of the training set before it is padded.
 */
public final class Mnist {
  private static final int SIDE = 28;
  private static final int CLASSES = 10;
  private static final int PADDING = 2;
  private static final Shape SHAPE = Shape.of(1, SIDE + 2 * PADDING, SIDE + 2 * PADDING);
  private static final Normalization NORMALIZATION =
      Normalization.of(new double[] {0.1307}, new double[] {0.3081});
  private static final List<String> DIGITS =
      IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();

  private Mnist() {}

  /**
   * Reads one part from a directory with MNIST's four files under their usual names: {@code
   * train-images-idx3-ubyte} or {@code train-images.idx3-ubyte}, with or without {@code .gz}.
   *
   * @throws BadDataException if a file is missing, damaged or does not fit the other
   */
  public static Dataset load(Path directory, Split split) throws IOException {
    return of(images(directory, split));
  }

  /**
   * The digits of one part as they are, 28 x 28 pixels from 0 to 255, to be augmented.
   *
   * @throws BadDataException if a file is missing, damaged or does not fit the other
   */
  public static LabelledImages images(Path directory, Split split) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new BadDataException(
          directory.toString(),
          "a directory with MNIST's files",
          Files.exists(directory) ? "a file" : "nothing");
    }
    Path images = find(directory, prefix(split) + "-images", "idx3-ubyte");
    Path labels = find(directory, prefix(split) + "-labels", "idx1-ubyte");
    return images(
        images.toString(), IdxFile.read(images, 3), labels.toString(), IdxFile.read(labels, 1));
  }

  private static String prefix(Split split) {
    return split == Split.TRAIN ? "train" : "t10k";
  }

  private static Path find(Path directory, String stem, String type) throws BadDataException {
    String usual = stem + "-" + type;
    String dotted = stem + "." + type;
    for (String name : List.of(usual, dotted, usual + ".gz", dotted + ".gz")) {
      Path file = directory.resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    throw new BadDataException(
        directory.resolve(usual).toString(), "this file, or the same with .gz", "neither");
  }

  /**
   * The data set of two files in MNIST's form.
   *
   * @param imagesName what messages call the first
   * @param labelsName what messages call the second
   * @throws BadDataException if they do not hold digits, or not equally many
   */
  public static Dataset of(String imagesName, IdxFile images, String labelsName, IdxFile labels)
      throws BadDataException {
    return of(images(imagesName, images, labelsName, labels));
  }

  private static Dataset of(LabelledImages digits) {
    return ImageDataset.of(digits, SHAPE)
        .augmented(Augmentation.of(Transforms.pad(PADDING)))
        .normalized(NORMALIZATION);
  }

  /**
   * The digits of two files as they are.
   *
   * @param imagesName what messages call the first
   * @param labelsName what messages call the second
   * @throws BadDataException if they do not hold digits, or not equally many
   */
  public static LabelledImages images(
      String imagesName, IdxFile images, String labelsName, IdxFile labels)
      throws BadDataException {
    int count = images.dim(0);
    if (count == 0 || images.dim(1) != SIDE || images.dim(2) != SIDE) {
      throw new BadDataException(
          imagesName,
          "images of " + SIDE + " x " + SIDE,
          count + " of " + images.dim(1) + " x " + images.dim(2));
    }
    if (labels.dim(0) != count) {
      throw new BadDataException(
          labelsName, count + " labels, one for each image of " + imagesName, labels.dim(0) + "");
    }
    int[] classes = classes(labelsName, labels);
    return new ImagesInMemory(imagesName, DIGITS, Shape.of(1, SIDE, SIDE), images.data(), classes);
  }

  private static int[] classes(String name, IdxFile labels) throws BadDataException {
    int[] classes = new int[labels.dim(0)];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = labels.data()[i] & 0xff;
      if (classes[i] >= CLASSES) {
        throw new BadDataException(name, "labels from 0 to 9", classes[i] + " at index " + i);
      }
    }
    return classes;
  }
}
