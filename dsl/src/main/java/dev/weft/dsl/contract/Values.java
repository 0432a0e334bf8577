package dev.weft.dsl.contract;

import dev.weft.dsl.problem.Counts;

/** Values of annotations as one writes them. */
final class Values {
  private Values() {}

  /** {@code parameters = 25_557_032}; with an {@code L} where an int cannot hold it. */
  static String edit(String name, long value) {
    String digits = Counts.number(value).replace(',', '_');
    return name + " = " + digits + (value > Integer.MAX_VALUE ? "L" : "");
  }
}
