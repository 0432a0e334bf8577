package dev.weft.runtime.train;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What training makes small: compares a network's output with the labels. */
public interface Loss {
  /**
   * Loss and gradient.
   *
   * @param value the mean over the batch
   * @param gradient the gradient of {@code value} by the output, of the output's shape and type
   */
  record Result(double value, INDArray gradient) {}

  /**
   * Computes the loss of a batch; leaves {@code output} as it is.
   *
   * @param output a network's output, batch first
   * @param labels the class of each row
   * @throws IllegalArgumentException if the two do not fit together
   */
  Result of(INDArray output, int... labels);
}
