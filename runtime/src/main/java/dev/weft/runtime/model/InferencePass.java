package dev.weft.runtime.model;

import dev.weft.runtime.tensor.Tensor;

/** The memory of a prediction for one batch size, and the prediction itself; generated. */
public interface InferencePass {
  /** Where the images go. */
  Tensor input();

  /** Where the output stands after {@link #run}. */
  Tensor output();

  /** Computes the output. */
  void run();
}
