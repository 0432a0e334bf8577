package dev.weft.dsl.problem;

import java.util.Locale;

/** Numbers as messages show them. */
public final class Counts {
  private Counts() {}

  /** With separators: {@code 25,557,032}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With what is counted: {@code 1 row}, {@code 2 rows}. */
  public static String of(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }
}
