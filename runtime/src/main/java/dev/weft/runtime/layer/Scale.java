package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * The product of a value and factors: one for each element, or one for each channel; see {@link
 * dev.weft.dsl.ScaleByLayer}.
 */
public interface Scale {
  /** Computes {@code y = x factors}. */
  void forward(Tensor x, Tensor factors, Tensor y);

  /**
   * Computes the gradients of both inputs; what is null is left out.
   *
   * @param x the value of the forward pass
   * @param factors its factors
   * @param gy the gradient of its output
   * @param gx receives the gradient of the value, or is null
   * @param factorsGradient receives the gradient of the factors, or is null
   */
  void backward(Tensor x, Tensor factors, Tensor gy, Tensor gx, Tensor factorsGradient);
}
