package dev.weft.runtime.nd4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How the averages of adaptive pooling follow from the pixels in one direction: a matrix of {@code
 * inputs x outputs} with equal weights where an output sees an input. Output {@code i} sees the
 * inputs from {@code i inputs / outputs}, rounded down, up to {@code (i + 1) inputs / outputs},
 * rounded up.
 */
final class AveragingMatrix {
  private final int outputs;
  private final Scratch scratch;
  private INDArray weights;

  AveragingMatrix(int outputs, Scratch scratch) {
    this.outputs = outputs;
    this.scratch = scratch;
  }

  /** The matrix for so many inputs, made anew only when their number changes. */
  INDArray of(long inputs) {
    if (weights == null || weights.size(0) != inputs) {
      double[][] values = new double[Math.toIntExact(inputs)][outputs];
      for (int i = 0; i < outputs; i++) {
        fill(values, i);
      }
      weights = scratch.memory(inputs * outputs).reshape('c', inputs, outputs);
      weights.assign(Nd4j.createFromArray(values).castTo(weights.dataType()));
    }
    return weights;
  }

  private void fill(double[][] values, int output) {
    long inputs = values.length;
    int from = (int) (output * inputs / outputs);
    int to = (int) (((output + 1) * inputs + outputs - 1) / outputs);
    for (double[] row : Arrays.asList(values).subList(from, to)) {
      row[output] = 1.0 / (to - from);
    }
  }
}
