package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer as fusing needs it: one number a channel scales its weights, another is its bias. */
interface Linear {
  /** The number of channels of its output. */
  long channels();

  /** Its bias, or null. */
  INDArray biasValues();

  /**
   * Computes the output without the bias. Leaves the fourth scratch memory as it is.
   *
   * @param x the input
   * @param scale {@code channels} factors for the weights, or null
   * @param addend is added, may be {@code y}; or null
   * @param y receives the output
   */
  void apply(INDArray x, INDArray scale, INDArray addend, INDArray y);

  /**
   * Adds one number a channel.
   *
   * @param bias has the numbers, or is null
   */
  static void addBias(INDArray bias, INDArray y) {
    if (bias != null) {
      INDArray pixels = Views.channels(y);
      Ops.add(pixels, bias.reshape('c', 1, bias.length(), 1), pixels);
    }
  }
}
