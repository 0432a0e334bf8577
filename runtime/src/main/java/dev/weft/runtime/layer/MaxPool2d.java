package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** Max pooling; see {@link dev.weft.dsl.MaxPoolLayer}. */
public interface MaxPool2d {
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
