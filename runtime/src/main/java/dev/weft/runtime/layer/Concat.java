package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** Tensors one after the other on the channels. */
public interface Concat {
  /** Copies the inputs, in order, into {@code y}. */
  void forward(Tensor y, Tensor... inputs);

  /**
   * Copies the slices of {@code gy}, in order, into the gradients of the inputs. Comes after {@link
   * #forward}, which tells how many channels each input has.
   *
   * @param gy the gradient of the output
   * @param inputGradients each receives the gradient of an input, or is null
   */
  void backward(Tensor gy, Tensor... inputGradients);
}
