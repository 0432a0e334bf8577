package dev.weft.dsl.op;

import dev.weft.dsl.Extent;

/** Shared wording of {@link Op#describe}. */
final class Describe {
  private Describe() {}

  /** One number where both directions agree. */
  static String extent(Extent extent) {
    return extent.is(extent.height()) ? Integer.toString(extent.height()) : extent.toString();
  }
}
