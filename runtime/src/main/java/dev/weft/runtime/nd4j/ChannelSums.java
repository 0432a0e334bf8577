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
    long pixels = values.size(2);
    INDArray perImage =
        pixels == 1
            ? values.reshape('c', batch, channels)
            : perImage(values, batch * channels, pixels);
    Ops.matmul(
        scratch.ones(1, batch),
        perImage.reshape('c', batch, channels),
        sums.reshape('c', 1, channels));
  }

  private INDArray perImage(INDArray values, long rows, long pixels) {
    if (partial.length() < rows) {
      partial = scratch.memory(rows);
    }
    INDArray sums = Views.first(partial, rows, 1);
    Ops.matmul(values.reshape('c', rows, pixels), scratch.ones(pixels, 1), sums);
    return sums;
  }
}
