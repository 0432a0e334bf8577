package dev.weft.runtime.testing;

import dev.weft.runtime.model.TrainingPass;
import dev.weft.runtime.tensor.Tensor;

/** Where the images and the output of a network written by hand are; its input has no gradient. */
public abstract class HandWrittenPass implements TrainingPass {
  protected final Tensor input;
  protected final Tensor output;
  protected final Tensor outputGradient;

  /** A pass between these tensors. */
  protected HandWrittenPass(Tensor input, Tensor output, Tensor outputGradient) {
    this.input = input;
    this.output = output;
    this.outputGradient = outputGradient;
  }

  @Override
  public final Tensor input() {
    return input;
  }

  @Override
  public final Tensor output() {
    return output;
  }

  @Override
  public final Tensor outputGradient() {
    return outputGradient;
  }

  @Override
  public final Tensor inputGradient() {
    return null;
  }
}
