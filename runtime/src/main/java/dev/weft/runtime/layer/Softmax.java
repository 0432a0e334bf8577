package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** The softmax over channels or features; see {@link dev.weft.dsl.SoftmaxLayer}. */
public interface Softmax {
  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input.
   *
   * @param y the output of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor y, Tensor gy, Tensor gx);
}
