package dev.weft.runtime.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads what generated code keeps of where layers were declared: of each row of the table of layers
 * the line, behind its file, {@code ResNet.java: 20 21 22}.
 */
final class Places {
  private static final String BEHIND_FILE = ": ";
  private static final String UNKNOWN_FILE = "?";
  private static final String UNKNOWN_LINE = "0";

  private Places() {}

  /** Places by the names of layers, {@code ResNet.java:20}. */
  static Map<String, String> parse(String text, String table) {
    Map<String, String> places = new LinkedHashMap<>();
    Iterator<String> rows = table.lines().skip(1).iterator();
    for (String line : text.lines().toList()) {
      int end = line.indexOf(BEHIND_FILE);
      String file = line.substring(0, end);
      for (String number : line.substring(end + BEHIND_FILE.length()).split(" ")) {
        String row = rows.next();
        if (!file.equals(UNKNOWN_FILE)) {
          places.put(row.substring(0, row.indexOf(' ')), place(file, number));
        }
      }
    }
    return Collections.unmodifiableMap(places);
  }

  private static String place(String file, String line) {
    return line.equals(UNKNOWN_LINE) ? file : file + ":" + line;
  }
}
