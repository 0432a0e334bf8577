package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * Tensors one after the other on the channels, where their layers could not write them there
 * themselves. The gradient of each is a part of the output's.
 */
public interface Concat {
  /** Copies the inputs, in order, into {@code y}. */
  void forward(Tensor y, Tensor... inputs);
}
