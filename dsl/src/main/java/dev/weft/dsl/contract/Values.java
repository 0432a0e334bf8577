package dev.weft.dsl.contract;

/** Values of annotations as one writes them. */
final class Values {
  private Values() {}

  /** {@code parameters = 25_557_032}; with an {@code L} where an int cannot hold it. */
  static String edit(String name, long value) {
    String digits = String.format(java.util.Locale.ROOT, "%,d", value).replace(',', '_');
    return name + " = " + digits + (value > Integer.MAX_VALUE ? "L" : "");
  }
}
