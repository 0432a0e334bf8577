package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.weft.dsl.Layer;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.EnumValue;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.List;
import java.util.Optional;

/** Casts, conversion to text, and the common type of the arms of a conditional. */
final class Conversions {
  private final Machine machine;

  Conversions(Machine machine) {
    this.machine = machine;
  }

  Object cast(TypeCastTree tree, Object value, Activation at) {
    ValueType type = machine.valueTypes.of(tree.getType(), at.home());
    if (type.element() != null && !machine.helpers.fits(value, type.element().asType())) {
      throw machine.mistakes.exception(
          tree, at, Describe.value(value) + " is not a " + type.element().getSimpleName());
    }
    return machine.coerce(value, type, tree, at);
  }

  /** The value as string concatenation shows it. */
  String text(Object value, Tree tree, Activation at) {
    if (value == null
        || value instanceof String
        || value instanceof EnumValue
        || value instanceof Layer
        || value instanceof Enum
        || Prim.of(value) != null) {
      return String.valueOf(value);
    }
    Optional<String> ofLibrary = machine.library.text(value, tree, at);
    if (ofLibrary.isPresent()) {
      return ofLibrary.get();
    }
    String kind = value instanceof Closure ? "a lambda" : Describe.value(value);
    throw machine.mistakes.notInterpretable(
        tree, at, kind + " cannot be turned into text here", "join its elements in a loop");
  }

  /**
   * The value of the arm that was taken as the whole expression yields it: {@code i == 0 ? 1 : 0.5}
   * is 1.0.
   */
  Object unify(
      Object value, Tree taken, List<? extends ExpressionTree> arms, Tree whole, Activation at) {
    Prim type = Prim.of(value);
    if (type == null || !type.isNumeric()) {
      return value;
    }
    Tree constant = taken;
    for (ExpressionTree arm : arms) {
      if (arm == taken) {
        continue;
      }
      Optional<ValueType> other = machine.staticTypes.of(arm, at);
      if (other.isEmpty() || isObject(other.get(), arm)) {
        throw machine.mistakes.notInterpretable(
            whole,
            at,
            "the common type of the alternatives cannot be told",
            "use an if statement, or cast both to the same type");
      }
      if (other.get().prim() != null) {
        type = common(type, constant, other.get().prim(), arm);
        constant = whole;
      }
    }
    return type.cast(value);
  }

  /** A null arm leaves a number as it is; any other object may be a box of another type. */
  private static boolean isObject(ValueType type, ExpressionTree arm) {
    return type.prim() == null && arm.getKind() != Tree.Kind.NULL_LITERAL;
  }

  private static Prim common(Prim one, Tree oneTree, Prim other, Tree otherTree) {
    if (one == other) {
      return one;
    }
    if (fits(oneTree, one, other)) {
      return other;
    }
    if (fits(otherTree, other, one)) {
      return one;
    }
    boolean small = one.compareTo(Prim.INT) < 0 && other.compareTo(Prim.INT) < 0;
    if (small && one != Prim.CHAR && other != Prim.CHAR) {
      return Prim.SHORT;
    }
    return Prim.promote(one, other);
  }

  /** Whether this is an int literal that fits the narrower type of the other arm. */
  private static boolean fits(Tree tree, Prim type, Prim narrower) {
    return type == Prim.INT
        && narrower.compareTo(Prim.INT) < 0
        && tree instanceof LiteralTree literal
        && Prim.INT.cast(narrower.cast(literal.getValue())).equals(literal.getValue());
  }
}
