package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** Normalisation by neighbouring channels; see {@link dev.weft.dsl.LocalResponseNormLayer}. */
public interface LocalResponseNorm {
  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input.
   *
   * @param x the input of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor x, Tensor gy, Tensor gx);
}
