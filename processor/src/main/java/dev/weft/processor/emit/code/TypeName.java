package dev.weft.processor.emit.code;

/** A type as source names it. */
public sealed interface TypeName permits ClassName, ArrayTypeName, ParameterizedTypeName {
  /** Prints the type, importing what it names. */
  void print(Printer printer);
}
