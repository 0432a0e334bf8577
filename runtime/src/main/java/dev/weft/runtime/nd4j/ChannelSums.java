package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Sums over images and pixels as products with ones: several times faster than ND4J's reduction,
 * and more accurate in float.
 */
final class ChannelSums {
  private final Scratch scratch;
  private INDArray partial;

  ChannelSums(Scratch scratch) {
    this.scratch = scratch;
    partial = scratch.memory(1);
  }

  /**
   * Computes the sums.
   *
   * @param values {@code N x C x pixels}
   * @param sums receives {@code C} sums
   */
  void compute(INDArray values, INDArray sums) {
    long batch = values.size(0);
    long channels = values.size(1);
    INDArray perImage = values.size(2) == 1 ? values : perImage(values, batch, channels);
    Ops.matmul(
        scratch.ones(1, batch),
        Views.reshaped(perImage, batch, channels),
        sums.reshape('c', 1, channels));
  }

  private INDArray perImage(INDArray values, long batch, long channels) {
    if (partial.length() < batch * channels) {
      partial = scratch.memory(batch * channels);
    }
    INDArray sums = Views.first(partial, batch, channels, 1);
    Ops.matmul(values, scratch.ones(batch, values.size(2), 1), sums);
    return sums;
  }
}
