package dev.weft.dsl.op;

import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import java.util.List;

/**
 * One array of numbers that an operation owns, named and laid out as in PyTorch.
 *
 * @param name the last part of its name: {@code weight}
 * @param shape its shape, for example {@code filters x channels/groups x height x width}
 * @param initial its first values
 * @param trainable whether training changes it by its gradient; running statistics are not
 *     trainable
 */
public record ParameterSpec(String name, Shape shape, Initial initial, boolean trainable) {

  /** The first values of a parameter. */
  public sealed interface Initial {
    /**
     * One value everywhere.
     *
     * @param value the value
     */
    record Constant(double value) implements Initial {}

    /**
     * Drawn at random.
     *
     * @param init how
     * @param fanIn inputs that reach one output
     * @param fanOut outputs that one input reaches
     */
    record Drawn(Init init, long fanIn, long fanOut) implements Initial {}
  }

  /** Drawn weights and, unless there is no bias, a bias of zero for each output. */
  static List<ParameterSpec> weighted(
      Shape weight, Initial.Drawn drawn, boolean bias, int outputs) {
    ParameterSpec weights = new ParameterSpec("weight", weight, drawn, true);
    return bias ? List.of(weights, constant("bias", outputs, 0, true)) : List.of(weights);
  }

  static ParameterSpec constant(String name, int size, double value, boolean trainable) {
    return constant(name, Shape.of(size), value, trainable);
  }

  static ParameterSpec constant(String name, Shape shape, double value, boolean trainable) {
    return new ParameterSpec(name, shape, new Initial.Constant(value), trainable);
  }
}
