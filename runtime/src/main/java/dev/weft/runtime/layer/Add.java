package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** The sum of two tensors of equal shape; its gradient is that of the output, for both. */
public interface Add {
  /** Computes {@code y = a + b}; {@code y} may share the memory of one of them. */
  void forward(Tensor a, Tensor b, Tensor y);
}
