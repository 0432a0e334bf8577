package dev.weft.runtime.model;

import dev.weft.runtime.tensor.Tensor;
import java.util.List;

/** The memory of a training step for one batch size, and the step itself; generated. */
public interface TrainingPass {
  /**
   * Where an auxiliary head's numbers stand.
   *
   * @param output its output, after {@link #forward}
   * @param gradient where the gradient of its output goes before {@link #backward}
   * @param weight the weight of its loss
   */
  record SideTensors(Tensor output, Tensor gradient, double weight) {}

  /** Where the images go. */
  Tensor input();

  /** Where the output stands after {@link #forward}. */
  Tensor output();

  /** Where the gradient of the output goes before {@link #backward}. */
  Tensor outputGradient();

  /**
   * Where the gradient of the input stands after {@link #backward}; null if it is not asked for, or
   * would have to cross what is frozen.
   */
  default Tensor inputGradient() {
    return null;
  }

  /** The outputs of the auxiliary heads, in their order. */
  default List<SideTensors> sideOutputs() {
    return List.of();
  }

  /** Computes the outputs and keeps what the backward pass needs. */
  void forward();

  /** Computes the gradient of every parameter that is trained. */
  void backward();
}
