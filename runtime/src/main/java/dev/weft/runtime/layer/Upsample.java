package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** Each pixel several times; see {@link dev.weft.dsl.UpsampleLayer}. */
public interface Upsample {
  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input.
   *
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor gy, Tensor gx);
}
