package dev.weft.examples;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns as wide as they need to be. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] alignedRight;

  /**
   * A table.
   *
   * @param columns the headings; a blank in front of one aligns its column to the right
   */
  TextTable(String... columns) {
    alignedRight = new boolean[columns.length];
    String[] headings = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      alignedRight[i] = columns[i].startsWith(" ");
      headings[i] = columns[i].strip();
    }
    add(headings);
  }

  /** Adds a row. */
  void add(String... cells) {
    rows.add(Arrays.asList(cells));
  }

  /** Prints all rows. */
  void print(PrintStream out) {
    int[] widths = new int[alignedRight.length];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blank = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? "" : GAP);
        line.append(alignedRight[i] ? blank + row.get(i) : row.get(i) + blank);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
