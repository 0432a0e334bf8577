package dev.weft.processor.source.interpret.library;

import java.util.Comparator;
import java.util.Objects;

/** The natural order of values: what {@code compareTo} says. */
record Natural(Host host) implements Comparator<Object> {
  static Comparator<Object> order(Host host) {
    return new Natural(host);
  }

  @Override
  public int compare(Object one, Object other) {
    return compare(host, one, other);
  }

  /** A copy of what is sorted otherwise keeps its order or not, as its declared type says. */
  static void check(Comparator<?> orderOfSource) {
    if (!(orderOfSource instanceof Natural)) {
      throw new Refusal(
          "whether the copy keeps the order of its source depends on the declared type",
          "create it with the comparator, and call addAll(...) or putAll(...)");
    }
  }

  @SuppressWarnings("unchecked")
  static int compare(Host host, Object one, Object other) {
    Objects.requireNonNull(one);
    Objects.requireNonNull(other);
    if (one instanceof Comparable<?> comparable) {
      Costs.charge(one, host);
      return ((Comparable<Object>) comparable).compareTo(other);
    }
    throw new ClassCastException("these objects have no natural order");
  }
}
