package dev.weft.runtime.model;

import dev.weft.runtime.observe.LayerObserver;
import dev.weft.runtime.tensor.DataType;
import java.util.Objects;

/**
 * How a network is made. Immutable; each method returns changed options.
 *
 * <pre>{@code
 * var network = new LeNet5Network(ModelOptions.defaults().seed(1).dataType(DataType.DOUBLE));
 * }</pre>
 *
 * @param seed from which first weights and dropout masks are drawn
 * @param dataType the type of the numbers that it computes
 * @param inputGradient whether the backward pass also computes the gradient of the input
 * @param kernels what computes the network
 * @param observer is told of each call of a layer; {@link LayerObserver#NONE} costs nothing
 */
public record ModelOptions(
    long seed,
    DataType dataType,
    boolean inputGradient,
    KernelChoice kernels,
    LayerObserver observer) {
  /** Checks that nothing is left out. */
  public ModelOptions {
    Objects.requireNonNull(dataType, "the data type is null; DataType.FLOAT is the usual one");
    Objects.requireNonNull(kernels, "the kernels are null; KernelChoice.AUTO chooses some");
    Objects.requireNonNull(observer, "the observer is null; LayerObserver.NONE observes nothing");
  }

  /** Seed 0, float, no gradient of the input, kernels by the environment, not observed. */
  public static ModelOptions defaults() {
    return new ModelOptions(0, DataType.FLOAT, false, KernelChoice.AUTO, LayerObserver.NONE);
  }

  /** These options with another seed. */
  public ModelOptions seed(long seed) {
    return new ModelOptions(seed, dataType, inputGradient, kernels, observer);
  }

  /** These options with another data type. */
  public ModelOptions dataType(DataType dataType) {
    return new ModelOptions(seed, dataType, inputGradient, kernels, observer);
  }

  /** These options with the gradient of the input computed, for {@link Model#inputGradient}. */
  public ModelOptions withInputGradient() {
    return new ModelOptions(seed, dataType, true, kernels, observer);
  }

  /** These options with other kernels. */
  public ModelOptions kernels(KernelChoice kernels) {
    return new ModelOptions(seed, dataType, inputGradient, kernels, observer);
  }

  /** These options with an observer of the layers, as a profile by layer is one. */
  public ModelOptions observer(LayerObserver observer) {
    return new ModelOptions(seed, dataType, inputGradient, kernels, observer);
  }
}
