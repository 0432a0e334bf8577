package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Parameter;
import java.util.List;

/** Changes the parameters it was made for by the gradients of the last backward pass. */
public interface Optimizer {
  /** The parameters that it changes. */
  List<Parameter> parameters();

  /** Makes one step of the given learning rate. The gradients may be used up by it. */
  void step(double rate);

  /**
   * What it keeps from one step to the next, under names of its own, such as {@code
   * momentum.conv1.weight}: whoever sets these values goes on where they were taken.
   */
  List<Parameter> state();
}
