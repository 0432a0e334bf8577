package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * A function applied to each element; see {@link dev.weft.dsl.Activation} and {@link
 * dev.weft.dsl.LeakyReluLayer}.
 */
public interface Elementwise {
  /** Computes {@code y} from {@code x}. They may share memory. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input. {@code gx} may share the memory of either other.
   *
   * @param kept the output of the forward pass where the derivative follows from it, else its
   *     input; see {@link dev.weft.dsl.op.Op#backwardNeeds}
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor kept, Tensor gy, Tensor gx);
}
