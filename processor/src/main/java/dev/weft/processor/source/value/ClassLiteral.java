package dev.weft.processor.source.value;

import java.util.List;

/**
 * A class as a value: {@code Size.class}.
 *
 * @param name its simple name
 * @param constants the constants of an enum, or none
 */
public record ClassLiteral(String name, List<Object> constants) {
  /** Copies the list. */
  public ClassLiteral {
    constants = List.copyOf(constants);
  }

  @Override
  public String toString() {
    return name + ".class";
  }
}
