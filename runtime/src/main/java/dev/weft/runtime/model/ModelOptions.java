package dev.weft.runtime.model;

import dev.weft.runtime.tensor.DataType;

/**
 * How a network is made. Immutable; each method returns changed options.
 *
 * <pre>{@code
 * var network = new LeNet5Network(ModelOptions.defaults().seed(1).dataType(DataType.DOUBLE));
 * }</pre>
 *
 * @param seed from which first weights and dropout masks are drawn
 * @param dataType the type of all numbers
 * @param inputGradient whether the backward pass also computes the gradient of the input
 * @param kernels what computes the network
 */
public record ModelOptions(
    long seed, DataType dataType, boolean inputGradient, KernelChoice kernels) {
  /** Seed 0, float, no gradient of the input, kernels by the environment. */
  public static ModelOptions defaults() {
    return new ModelOptions(0, DataType.FLOAT, false, KernelChoice.AUTO);
  }

  /** These options with another seed. */
  public ModelOptions seed(long seed) {
    return new ModelOptions(seed, dataType, inputGradient, kernels);
  }

  /** These options with another data type. */
  public ModelOptions dataType(DataType dataType) {
    return new ModelOptions(seed, dataType, inputGradient, kernels);
  }

  /** These options with the gradient of the input computed, for {@link Model#inputGradient}. */
  public ModelOptions withInputGradient() {
    return new ModelOptions(seed, dataType, true, kernels);
  }

  /** These options with other kernels. */
  public ModelOptions kernels(KernelChoice kernels) {
    return new ModelOptions(seed, dataType, inputGradient, kernels);
  }
}
