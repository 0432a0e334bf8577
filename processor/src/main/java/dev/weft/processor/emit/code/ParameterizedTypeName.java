package dev.weft.processor.emit.code;

import java.util.List;

/**
 * A generic class with arguments.
 *
 * @param raw the class
 * @param arguments its arguments, at least one
 */
public record ParameterizedTypeName(ClassName raw, List<TypeName> arguments) implements TypeName {
  /** Copies the list. */
  public ParameterizedTypeName {
    arguments = List.copyOf(arguments);
  }

  /** A class with these arguments. */
  public static ParameterizedTypeName get(ClassName raw, TypeName... arguments) {
    return new ParameterizedTypeName(raw, List.of(arguments));
  }

  @Override
  public void print(Printer printer) {
    raw.print(printer);
    String before = "<";
    for (TypeName argument : arguments) {
      printer.text(before);
      argument.print(printer);
      before = ", ";
    }
    printer.text(">");
  }
}
