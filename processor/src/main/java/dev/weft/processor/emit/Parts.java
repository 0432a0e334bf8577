package dev.weft.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is too long for one method. */
final class Parts {
  private Parts() {}

  /** The elements in order, in lists of at most {@code most}. */
  static <T> List<List<T>> of(List<T> all, int most) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      parts.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return parts;
  }
}
