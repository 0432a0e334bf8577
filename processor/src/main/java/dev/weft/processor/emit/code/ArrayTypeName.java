package dev.weft.processor.emit.code;

/**
 * An array type.
 *
 * @param component the type of its elements
 */
public record ArrayTypeName(TypeName component) implements TypeName {
  /** The arrays of a type. */
  public static ArrayTypeName of(TypeName component) {
    return new ArrayTypeName(component);
  }

  @Override
  public void print(Printer printer) {
    component.print(printer);
    printer.text("[]");
  }
}
