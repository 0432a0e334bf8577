package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Parameter;
import java.util.function.Predicate;

/**
 * What pulls parameters towards zero.
 *
 * <pre>{@code
 * Decay.l2(5e-4)                     // of every parameter, as AlexNet's
 * Decay.decoupled(0.01).ofWeights()  // AdamW's, not on biases and normalisations
 * }</pre>
 *
 * @param factor at least 0
 * @param isDecoupled whether the step itself shrinks the parameter, by {@code rate factor w}, in
 *     place of a gradient that has {@code factor w} added (Loshchilov and Hutter 2019)
 * @param applies to which parameters
 */
public record Decay(double factor, boolean isDecoupled, Predicate<Parameter> applies) {
  /** No decay. */
  public static final Decay NONE = l2(0);

  /** Checks the factor. */
  public Decay {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("decay must be at least 0, but is " + factor);
    }
  }

  /** The gradient of the penalty {@code factor / 2 |w|²}, for every parameter. */
  public static Decay l2(double factor) {
    return new Decay(factor, false, parameter -> true);
  }

  /** A decay apart from the gradient, for every parameter. */
  public static Decay decoupled(double factor) {
    return new Decay(factor, true, parameter -> true);
  }

  /**
   * The same for the weights of convolutions and dense layers only, which have four and two
   * dimensions: neither for biases nor for normalisations.
   */
  public Decay ofWeights() {
    return new Decay(factor, isDecoupled, Decay::isWeight);
  }

  private static boolean isWeight(Parameter parameter) {
    int rank = parameter.value().dims().length;
    return rank == 4 || rank == 2;
  }

  /** What is added to the gradient of a parameter, as a part of the parameter. */
  double ofGradient(Parameter parameter) {
    return isDecoupled || !applies.test(parameter) ? 0 : factor;
  }

  /** What a step of some rate takes of a parameter besides, as a part of it. */
  double ofStep(Parameter parameter, double rate) {
    return isDecoupled && applies.test(parameter) ? rate * factor : 0;
  }
}
