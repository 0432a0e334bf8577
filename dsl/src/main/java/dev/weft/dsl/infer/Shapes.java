package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;

/** Comparison of shapes of which parts may be unknown. */
final class Shapes {
  private Shapes() {}

  static boolean bothKnown(Shape a, Shape b) {
    return a.isKnown() && b.isKnown();
  }

  /** Whether the shapes differ for certain, in rank or in a dimension that both know. */
  static boolean disagree(Shape a, Shape b) {
    if (a.rank() == 0 || b.rank() == 0) {
      return false;
    }
    if (a.rank() != b.rank()) {
      return true;
    }
    for (int i = 0; i < a.rank(); i++) {
      if (disagree(a.dim(i), b.dim(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether two dimensions differ for certain. */
  static boolean disagree(int a, int b) {
    return a != b && a != Shape.UNKNOWN && b != Shape.UNKNOWN;
  }

  /** What both agree on: dimensions that differ, or that neither knows, are unknown. */
  static Shape agreed(Shape a, Shape b) {
    if (a.rank() == 0 || b.rank() == 0) {
      return a.rank() == 0 ? b : a;
    }
    if (a.rank() != b.rank()) {
      return Shape.unknown();
    }
    int[] dims = new int[a.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = agreed(a.dim(i), b.dim(i));
    }
    return Shape.of(dims);
  }

  private static int agreed(int a, int b) {
    if (a == Shape.UNKNOWN) {
      return b;
    }
    return b == Shape.UNKNOWN || a == b ? a : Shape.UNKNOWN;
  }
}
