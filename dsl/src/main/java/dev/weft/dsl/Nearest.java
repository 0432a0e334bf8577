package dev.weft.dsl;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The name that was probably meant. */
public final class Nearest {
  /** A list of more is not read. */
  private static final int MOST_NAMES = 12;

  private static final int MOST_NEAR = 3;

  private Nearest() {}

  /** For example {@code the nearest is "layer4"}; lists all names where none is near. */
  public static String hint(String name, Collection<String> names) {
    return of(name, names)
        .map(nearest -> "the nearest is \"" + nearest + "\"")
        .orElseGet(() -> all(names));
  }

  /** All names: {@code there are a, b}, {@code there is only a}. */
  public static String all(Collection<String> names) {
    return (names.size() == 1 ? "there is only " : "there are ") + String.join(", ", names);
  }

  /**
   * All names; of many only those that are really near, {@code nearest there are c, d}, and empty
   * where none is.
   */
  public static Optional<String> some(String name, Collection<String> names) {
    if (names.size() <= MOST_NAMES) {
      return Optional.of(all(names));
    }
    List<String> near =
        first(name, names, MOST_NEAR).stream().filter(each -> isNear(name, each)).toList();
    String are = near.size() == 1 ? "nearest there is " : "nearest there are ";
    return near.isEmpty() ? Optional.empty() : Optional.of(are + String.join(", ", near));
  }

  /** Whether two thirds of the letters are right. */
  public static boolean isNear(String name, String other) {
    return other.equalsIgnoreCase(name)
        || distance(name, other) <= Math.max(1, name.length() / 3)
            && distance(name, other) < name.length();
  }

  /**
   * The nearest name; empty where at most half of the letters would be right, unless capitals are
   * all that is wrong.
   */
  public static Optional<String> of(String name, Collection<String> names) {
    Optional<String> same = names.stream().filter(name::equalsIgnoreCase).min(byLetters(name));
    return same.isPresent() ? same : nearest(name, names);
  }

  private static Optional<String> nearest(String name, Collection<String> names) {
    int most = Math.min(Math.max(1, name.length() / 2), name.length() - 1);
    String nearest = null;
    for (String each : names) {
      // Most names are too short or too long, and need no comparison letter by letter.
      if (Math.abs(each.length() - name.length()) <= most) {
        int distance = distance(name, each);
        if (distance < most
            || distance == most
                && (nearest == null || byLetters(name).compare(each, nearest) < 0)) {
          most = distance;
          nearest = each;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Some names, those nearest to one first. */
  public static List<String> first(String name, Collection<String> names, int most) {
    return names.stream()
        .sorted(
            Comparator.comparingInt((String each) -> distance(name, each))
                .thenComparing(byLetters(name)))
        .limit(most)
        .toList();
  }

  /** Of two names as near as each other, one that is the same but for capitals comes first. */
  private static Comparator<String> byLetters(String name) {
    return Comparator.comparing((String each) -> !each.equalsIgnoreCase(name))
        .thenComparing(Comparator.naturalOrder());
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
