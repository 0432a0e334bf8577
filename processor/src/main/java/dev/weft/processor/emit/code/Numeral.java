package dev.weft.processor.emit.code;

/**
 * A number in code that otherwise alike pieces of code may differ in.
 *
 * @param value the number
 * @param role what it is, for a parameter that takes its place: {@code filters}
 */
public record Numeral(Number value, String role) {
  /** The type of a parameter for it. */
  public TypeName type() {
    return ClassName.get(value instanceof Double ? double.class : int.class);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
