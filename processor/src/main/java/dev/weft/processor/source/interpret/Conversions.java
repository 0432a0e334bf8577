package dev.weft.processor.source.interpret;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import dev.weft.dsl.Layer;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Describe;
import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.Optional;

/** Casts, and conversion to text. */
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
        || value instanceof Layer
        || value instanceof Enum
        || Prim.of(value) != null) {
      return String.valueOf(value);
    }
    if (value instanceof Instance self) {
      machine.budget.step(tree, at);
      return String.valueOf(self.toString());
    }
    Optional<String> ofLibrary = machine.library.text(value, tree, at);
    if (ofLibrary.isPresent()) {
      return ofLibrary.get();
    }
    String kind = value instanceof Closure ? "a lambda" : Describe.value(value);
    throw machine.mistakes.notInterpretable(
        tree, at, kind + " cannot be turned into text here", "join its elements in a loop");
  }
}
