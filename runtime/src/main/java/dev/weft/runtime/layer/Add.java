package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** The sum of two tensors of equal shape; its gradient is that of the output, for both. */
public interface Add {
  /** Computes {@code y = a + b}; any of the three may share memory. */
  void forward(Tensor a, Tensor b, Tensor y);

  /**
   * Computes a function of the sum at once; {@code y} may share memory as above.
   *
   * @param function one whose derivative follows from its own output
   */
  default void forward(Tensor a, Tensor b, Elementwise function, Tensor y) {
    forward(a, b, y);
    function.forward(y, y);
  }
}
