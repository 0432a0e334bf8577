package dev.weft.processor.emit;

/**
 * Where something was declared.
 *
 * @param file the simple name of the source file: {@code ResNet18.java}
 * @param line the line, from 1; or 0 if it is not known
 */
public record DeclaredAt(String file, int line) {
  /** Where nobody knows. */
  static final DeclaredAt UNKNOWN = new DeclaredAt("?", 0);
}
