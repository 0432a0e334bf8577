package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** A function applied to each element; see {@link dev.weft.dsl.Activation}. */
public interface Elementwise {
  /** Computes {@code y} from {@code x}. They may share memory. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input. {@code gx} may share the memory of {@code y} or {@code gy}.
   *
   * @param y the output of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor y, Tensor gy, Tensor gx);
}
