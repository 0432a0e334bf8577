package dev.weft.runtime.model;

import dev.weft.runtime.tensor.Tensor;

/** The memory of a training step for one batch size, and the step itself; generated. */
public interface TrainingPass {
  /** Where the images go. */
  Tensor input();

  /** Where the output stands after {@link #forward}. */
  Tensor output();

  /** Where the gradient of the output goes before {@link #backward}. */
  Tensor outputGradient();

  /** Where the gradient of the input stands after {@link #backward}, or null if not asked for. */
  Tensor inputGradient();

  /** Computes the output and keeps what the backward pass needs. */
  void forward();

  /** Computes the gradient of every trainable parameter. */
  void backward();
}
