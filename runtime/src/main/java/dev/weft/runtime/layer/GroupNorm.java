package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/**
 * Normalisation over groups of channels, with its weights; see {@link dev.weft.dsl.GroupNormLayer}
 * and, for a group a channel, {@link dev.weft.dsl.InstanceNormLayer}.
 */
public interface GroupNorm {
  /**
   * The scale, one number a channel.
   *
   * @throws IllegalStateException if the normalisation has no parameters
   */
  Parameter weight();

  /**
   * The offset, one number a channel.
   *
   * @throws IllegalStateException if the normalisation has no parameters
   */
  Parameter bias();

  /** Normalises. {@code y} may be {@code x}'s memory only if the backward pass will not be run. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradients of weight and bias, unless these are frozen, and that of {@code x}
   * unless {@code gx} is null.
   *
   * @param x the input of the forward pass
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input, or null; may share the memory of {@code gy}
   */
  void backward(Tensor x, Tensor gy, Tensor gx);
}
