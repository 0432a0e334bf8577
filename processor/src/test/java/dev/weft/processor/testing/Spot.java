package dev.weft.processor.testing;

import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Where an error points. In the source of a test, {@code §} stands before that very character.
 *
 * @param file the file's simple name
 * @param line counted from 1
 * @param column counted from 1
 */
record Spot(String file, long line, long column) {
  private static final char MARK = '§';

  /** The marked spot of a class's source; null if there is none. */
  static Spot marked(String className, String text) {
    int at = text.indexOf(MARK);
    if (at < 0) {
      return null;
    }
    String before = text.substring(0, at);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
    return new Spot(file, line, at - before.lastIndexOf('\n'));
  }

  /** The source as the compiler gets it. */
  static String unmarked(String text) {
    return text.replace(String.valueOf(MARK), "");
  }

  static Spot of(Diagnostic<? extends JavaFileObject> error) {
    String path = error.getSource().getName();
    return new Spot(
        path.substring(path.lastIndexOf('/') + 1), error.getLineNumber(), error.getColumnNumber());
  }
}
