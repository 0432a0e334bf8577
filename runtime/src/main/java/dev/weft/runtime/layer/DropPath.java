package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * Stochastic depth in training, from the network's seed; see {@link dev.weft.dsl.DropPathLayer}.
 */
public interface DropPath {
  /**
   * Draws a new mask of zeros and {@code 1 / (1 - p)}, one number an image, and computes {@code y =
   * mask x}; {@code y} may share {@code x}'s memory, the mask has memory of its own.
   *
   * @param mask receives the mask, {@code N x 1}, for the backward pass
   */
  void forward(Tensor x, Tensor mask, Tensor y);

  /** Computes {@code gx = mask gy}; {@code gx} may share the memory of {@code gy}. */
  void backward(Tensor mask, Tensor gy, Tensor gx);
}
