package dev.weft.dsl.problem;

/** Numbers as messages and tables show them. */
public final class Counts {
  private Counts() {}

  /**
   * With separators: {@code 25,557,032}. Without {@code String.format}, which a long table would
   * wait for.
   */
  public static String number(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    int first = number < 0 ? 1 : 0;
    for (int comma = text.length() - 3; comma > first; comma -= 3) {
      text.insert(comma, ',');
    }
    return text.toString();
  }

  /** With what is counted: {@code 1 row}, {@code 2 rows}. */
  public static String of(long count, String what) {
    return number(count) + " " + what + (count == 1 ? "" : "s");
  }
}
