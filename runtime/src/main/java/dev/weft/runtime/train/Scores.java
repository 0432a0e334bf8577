package dev.weft.runtime.train;

import dev.weft.dsl.Shape;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.model.Model;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network's output read as one score a class. */
final class Scores {
  private Scores() {}

  /** The output as {@code batch x classes}. */
  static INDArray rows(INDArray output) {
    long[] shape = output.shape();
    if (shape.length < 2 || shape[0] * shape[1] != output.length()) {
      throw new IllegalArgumentException(
          "a classification needs an output of batch x classes, but its shape is "
              + Arrays.toString(shape));
    }
    return output.reshape(shape[0], shape[1]);
  }

  /** The class with the highest score in each row. */
  static int[] best(INDArray output) {
    return rows(output).argMax(1).toIntVector();
  }

  /** The number of classes that a network tells apart. */
  static int classes(Model model) {
    return classes(model.outputShape());
  }

  /** The same, by its output. */
  static int classes(Shape output) {
    if (output.elements() != output.channels()) {
      throw new IllegalArgumentException(
          "a classification needs an output of one number a class, but the network's is " + output);
    }
    return output.channels();
  }

  /**
   * Checks each label of a data set, so that a bad one is found before training starts.
   *
   * @throws IllegalArgumentException for the first label out of range
   */
  static void checkLabels(Dataset data, int classes) {
    for (int i = 0; i < data.size(); i++) {
      checkLabel(data.label(i), i, classes);
    }
  }

  static void checkLabel(int label, int index, int classes) {
    if (label < 0 || label >= classes) {
      throw new IllegalArgumentException(
          "the label of image "
              + index
              + " is "
              + label
              + ", but the network has "
              + classes
              + " classes, 0 to "
              + (classes - 1));
    }
  }
}
