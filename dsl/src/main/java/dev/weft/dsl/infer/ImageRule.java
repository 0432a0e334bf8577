package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Op;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A layer that takes any image, or any whose channels its groups divide.
 *
 * @param <L> the kind of layer
 */
final class ImageRule<L extends Layer> implements Rule<L> {
  /** The operation for an input shape, of which dimensions may be unknown. */
  interface Made<L> extends BiFunction<L, Shape, Op> {}

  /** A further condition, which reports what is wrong. */
  interface Condition<L> {
    boolean holds(L layer, Flow input, Scope scope);
  }

  /** What is known of the output where the condition does not hold. */
  interface Otherwise<L> extends BiFunction<L, Shape, Shape> {}

  private final Made<L> op;
  private final Condition<L> condition;
  private final Otherwise<L> otherwise;

  ImageRule(Made<L> op) {
    this(op, (layer, input, scope) -> true, (layer, input) -> input);
  }

  ImageRule(Made<L> op, Condition<L> condition, Otherwise<L> otherwise) {
    this.op = op;
    this.condition = condition;
    this.otherwise = otherwise;
  }

  @Override
  public Flow apply(L layer, Flow input, Scope scope) {
    if (!Windows.isImage(layer, input, scope)) {
      return Windows.standIn(Shape.UNKNOWN, layer, input, scope);
    }
    if (!condition.holds(layer, input, scope)) {
      return scope.standIn(otherwise.apply(layer, input.shape()), layer);
    }
    Op made = op.apply(layer, input.shape());
    return input.shape().isKnown()
        ? scope.add(made, layer, input)
        : scope.standIn(made.output(List.of(input.shape())), layer);
  }
}
