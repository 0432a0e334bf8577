package dev.weft.processor.source.value;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A class as a value: {@code Size.class}.
 *
 * @param type the class
 * @param constants the constants of an enum, or none
 */
public record ClassLiteral(TypeElement type, List<Object> constants) {
  /** Copies the list. */
  public ClassLiteral {
    constants = List.copyOf(constants);
  }

  @Override
  public String toString() {
    return type.getSimpleName() + ".class";
  }
}
