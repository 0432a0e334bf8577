package dev.weft.processor.testing;

import java.util.ArrayList;
import java.util.List;
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

  /** The first marked spot of a class's source; null if there is none. */
  static Spot marked(String className, String text) {
    return allMarked(className, text).stream().findFirst().orElse(null);
  }

  /** All marked spots of a class's source. */
  static List<Spot> allMarked(String className, String text) {
    List<Spot> spots = new ArrayList<>();
    String file = className.substring(className.lastIndexOf('.') + 1) + ".java";
    for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
      String before = unmarked(text.substring(0, at));
      long line = before.chars().filter(c -> c == '\n').count() + 1;
      spots.add(new Spot(file, line, before.length() - before.lastIndexOf('\n')));
    }
    return spots;
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
