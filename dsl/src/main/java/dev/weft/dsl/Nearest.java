package dev.weft.dsl;

import java.util.Collection;
import java.util.Optional;

/** The name that was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** For example {@code the nearest is "layer4"}; lists all names where none is near. */
  public static String hint(String name, Collection<String> names) {
    return of(name, names)
        .map(nearest -> "the nearest is \"" + nearest + "\"")
        .orElse("there are " + String.join(", ", names));
  }

  /** The nearest name; empty where at most half of the letters would be right. */
  public static Optional<String> of(String name, Collection<String> names) {
    int least = Math.max(2, name.length() / 2) + 1;
    String nearest = null;
    for (String each : names) {
      boolean mayBeNearer = Math.abs(each.length() - name.length()) < least;
      int distance = mayBeNearer ? distance(name, each) : least;
      if (distance < least) {
        least = distance;
        nearest = each;
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** The fewest insertions, deletions and replacements of a letter (Levenshtein 1966). */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
