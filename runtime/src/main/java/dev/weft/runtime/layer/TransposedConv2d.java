package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** A transposed convolution with its weights; see {@link dev.weft.dsl.TransposedConvLayer}. */
public interface TransposedConv2d {
  /** {@code channels x filters/groups x height x width}. */
  Parameter weight();

  /**
   * One number a filter.
   *
   * @throws IllegalStateException if the convolution has no bias
   */
  Parameter bias();

  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradients of weight and bias, and that of {@code x} unless {@code gx} is null.
   *
   * @param x the input of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input, or null
   */
  void backward(Tensor x, Tensor gy, Tensor gx);

  /**
   * Computes the gradient of the input alone, as where the weights are frozen.
   *
   * @param gy the gradient of the output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor gy, Tensor gx);
}
