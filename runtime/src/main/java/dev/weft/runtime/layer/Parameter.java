package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array of numbers that a network owns, under PyTorch's name for it and in PyTorch's layout: a
 * weight, a bias, or a running statistic.
 */
public final class Parameter {
  private final String name;
  private final Tensor value;
  private final boolean trainable;
  private final boolean frozen;
  private final Supplier<Tensor> newGradient;
  private final Arithmetic arithmetic;
  private Tensor gradient;

  /**
   * Made by the kernels.
   *
   * @param gradient null for a running statistic
   * @param arithmetic what an optimiser computes with
   */
  public Parameter(String name, Tensor value, Tensor gradient, Arithmetic arithmetic) {
    this(name, value, gradient != null, false, () -> gradient, arithmetic);
  }

  private Parameter(
      String name,
      Tensor value,
      boolean trainable,
      boolean frozen,
      Supplier<Tensor> newGradient,
      Arithmetic arithmetic) {
    this.name = name;
    this.value = value;
    this.trainable = trainable;
    this.frozen = frozen;
    this.newGradient = newGradient;
    this.arithmetic = arithmetic;
  }

  /**
   * A trainable parameter, made by the kernels.
   *
   * @param newGradient makes the memory of its gradient, all zero, when that is first asked for: a
   *     network that only predicts needs none
   * @param arithmetic what an optimiser computes with
   */
  public static Parameter trainable(
      String name, Tensor value, Supplier<Tensor> newGradient, Arithmetic arithmetic) {
    return new Parameter(name, value, true, false, newGradient, arithmetic);
  }

  /** A parameter that would be trainable, were its layer not frozen; made by the kernels. */
  public static Parameter frozen(String name, Tensor value, Arithmetic arithmetic) {
    return new Parameter(name, value, false, true, () -> null, arithmetic);
  }

  /** The full name: {@code layer1.0.conv1.weight}. */
  public String name() {
    return name;
  }

  /** Whether training changes it by its gradient. */
  public boolean isTrainable() {
    return trainable;
  }

  /** Whether it is the weight or bias of a frozen layer, so that training leaves it as it is. */
  public boolean isFrozen() {
    return frozen;
  }

  /** The number of elements. */
  public long size() {
    return Tensor.elements(value.dims());
  }

  /** A copy of the values. */
  public INDArray get() {
    return value.toArray();
  }

  /**
   * Replaces the values.
   *
   * @throws IllegalArgumentException if the shape differs; the message names both and the parameter
   */
  public void set(INDArray values) {
    if (!Arrays.equals(values.shape(), value.dims())) {
      throw new IllegalArgumentException(
          name
              + " has the shape "
              + Arrays.toString(value.dims())
              + ", but the array has "
              + Arrays.toString(values.shape()));
    }
    value.assign(values);
  }

  /** The values in the kernels' memory. */
  public Tensor value() {
    return value;
  }

  /**
   * The gradient of the loss of the last backward pass, in the kernels' memory; null for a running
   * statistic and for what is frozen.
   */
  public Tensor gradient() {
    if (gradient == null) {
      gradient = newGradient.get();
    }
    return gradient;
  }

  /** What an optimiser computes with, on the {@link Tensor#storage} of value and gradient. */
  public Arithmetic arithmetic() {
    return arithmetic;
  }

  @Override
  public String toString() {
    return name + " " + Arrays.toString(value.dims());
  }
}
