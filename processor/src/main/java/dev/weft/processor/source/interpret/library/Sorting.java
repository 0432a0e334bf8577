package dev.weft.processor.source.interpret.library;

import java.util.Comparator;

/** Comparisons that are charged for. */
final class Sorting {
  private Sorting() {}

  static Comparator<Object> metered(Host host, Comparator<Object> order) {
    return (one, other) -> {
      host.steps(1);
      return order.compare(one, other);
    };
  }
}
