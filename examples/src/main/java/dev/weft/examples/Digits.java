package dev.weft.examples;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.StandardAugmentation;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.IdxFile;
import dev.weft.runtime.data.LabelledImages;
import dev.weft.runtime.data.Mnist;
import dev.weft.runtime.data.Split;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Handwritten digits to train with and to test with.
 *
 * @param train the digits to train with
 * @param test the digits to test with
 */
record Digits(Dataset train, Dataset test) {
  /** The shape of a digit, padded as LeNet-5 wants it. */
  static final Shape SHAPE = Shape.of(1, 32, 32);

  /** How networks see them. */
  static final ImageView VIEW =
      new ImageView(
          List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
          StandardAugmentation.LENET5,
          Normalization.of(new double[] {0.1307}, new double[] {0.3081}));

  /** The sample of MNIST in this jar; the README beside its files says what it is. */
  static Digits embedded() throws IOException {
    return new Digits(resource("train"), resource("t10k"));
  }

  /** The MNIST files of a directory. */
  static Digits in(Path directory) throws IOException {
    return new Digits(Mnist.load(directory, Split.TRAIN), Mnist.load(directory, Split.TEST));
  }

  /** The sample's digits to test with, as they are. */
  static LabelledImages embeddedTest() throws IOException {
    String images = images("t10k");
    String labels = labels("t10k");
    return Mnist.images(images, read(images, 3), labels, read(labels, 1));
  }

  private static Dataset resource(String part) throws IOException {
    String images = images(part);
    String labels = labels(part);
    return Mnist.of(images, read(images, 3), labels, read(labels, 1));
  }

  private static String images(String part) {
    return "digits/" + part + "-images-idx3-ubyte.gz";
  }

  private static String labels(String part) {
    return "digits/" + part + "-labels-idx1-ubyte.gz";
  }

  private static IdxFile read(String name, int rank) throws IOException {
    try (InputStream in = Digits.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return IdxFile.read(name, in, rank);
    }
  }
}
