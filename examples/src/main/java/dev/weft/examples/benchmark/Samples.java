package dev.weft.examples.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times of the same thing, in milliseconds. */
final class Samples {
  private final List<Double> sorted = new ArrayList<>();

  void add(double milliseconds) {
    sorted.add(milliseconds);
    Collections.sort(sorted);
  }

  /** The middle one, or the upper of the two in the middle. */
  double median() {
    return sorted.get(sorted.size() / 2);
  }

  /** The median, and in brackets the least and the most. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,8.0f ms  (%,.0f to %,.0f)",
        median(),
        sorted.get(0),
        sorted.get(sorted.size() - 1));
  }
}
