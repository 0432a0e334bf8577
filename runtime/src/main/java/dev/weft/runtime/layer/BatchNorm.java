package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * Batch normalisation with its weights and running statistics; see {@link
 * dev.weft.dsl.BatchNormLayer}.
 */
public interface BatchNorm {
  /** The scale, one number a channel. */
  Parameter weight();

  /** The offset, one number a channel. */
  Parameter bias();

  /** The running mean, one number a channel. */
  Parameter runningMean();

  /** The running unbiased variance, one number a channel. */
  Parameter runningVar();

  /**
   * Normalises with the statistics of the batch, keeps these for {@link #backward}, and moves the
   * running ones. {@code y} may be {@code x}'s memory only if the backward pass will not be run.
   *
   * @throws BatchTooSmallException if there is but one value a channel to take a variance of
   */
  void forward(Tensor x, Tensor y);

  /**
   * Computes a function of the output at once; {@link #backward(Tensor, Elementwise, Tensor,
   * Tensor, Tensor)} belongs to it.
   *
   * @param function one whose derivative follows from its own output
   * @param y receives the function's output
   * @throws BatchTooSmallException as without the function
   */
  default void forward(Tensor x, Elementwise function, Tensor y) {
    forward(x, y);
    function.forward(y, y);
  }

  /** Normalises with the running statistics. {@code y} may share {@code x}'s memory. */
  void infer(Tensor x, Tensor y);

  /**
   * Computes the gradients of weight and bias, and that of {@code x} unless {@code gx} is null.
   *
   * @param x the input of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input, or null; may share the memory of {@code gy}
   */
  void backward(Tensor x, Tensor gy, Tensor gx);

  /**
   * The same for a function of the output.
   *
   * @param function that of the forward pass
   * @param y the function's output
   * @param gy the gradient of the function's output
   * @param gx receives the gradient of the input, or null; may share the memory of {@code gy}
   */
  void backward(Tensor x, Elementwise function, Tensor y, Tensor gy, Tensor gx);

  /**
   * Computes the gradient of the input of {@link #infer}, where that normalised it: of a layer that
   * is frozen. {@code gx} may share {@code gy}'s memory.
   *
   * @param gy the gradient of its output
   * @param gx receives the gradient of its input
   */
  void backward(Tensor gy, Tensor gx);
}
