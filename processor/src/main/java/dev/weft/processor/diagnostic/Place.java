package dev.weft.processor.diagnostic;

import javax.tools.Diagnostic;

/**
 * A spot in a source file that a message can point at. Two places are equal if they are the same
 * spot.
 */
public interface Place {
  /** The simple name of the source file: {@code ResNet18.java}. */
  String file();

  /** The line, from 1; or 0 if it is not known. */
  int line();

  /** The column, from 1; or 0 if it is not known. */
  int column();

  /** Prints a message through javac, which shows it with file, line and a caret at this place. */
  void print(Diagnostic.Kind kind, String message);

  /** The place in running text: {@code ResNet18.java:19}. */
  default String reference() {
    return line() == 0 ? file() : file() + ":" + line();
  }
}
