package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** A dense layer with its weights; see {@link dev.weft.dsl.DenseLayer}. */
public interface Dense {
  /** {@code outputs x inputs}. */
  Parameter weight();

  /**
   * One number an output.
   *
   * @throws IllegalStateException if the layer has no bias
   */
  Parameter bias();

  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes a function of the output at once.
   *
   * @param function one whose derivative follows from its own output
   * @param y receives the function's output
   */
  default void forward(Tensor x, Elementwise function, Tensor y) {
    forward(x, y);
    function.forward(y, y);
  }

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
