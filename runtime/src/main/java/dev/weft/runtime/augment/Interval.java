package dev.weft.runtime.augment;

import java.util.random.RandomGenerator;

/**
 * Positive numbers from one to another.
 *
 * @param min the least
 * @param max the greatest
 */
record Interval(double min, double max) {
  /**
   * Checks that it is one.
   *
   * @param name what a message calls it
   */
  static Interval of(String name, double min, double max) {
    if (!(min > 0 && max >= min && Double.isFinite(max))) {
      throw new IllegalArgumentException(
          name
              + " must be two positive numbers in ascending order, but is "
              + Geometry.number(min)
              + " and "
              + Geometry.number(max));
    }
    return new Interval(min, max);
  }

  double draw(RandomGenerator random) {
    return min + (max - min) * random.nextDouble();
  }

  Interval logarithm() {
    return new Interval(Math.log(min), Math.log(max));
  }

  /** As the arguments of a call. */
  @Override
  public String toString() {
    return "(" + Geometry.number(min) + ", " + Geometry.number(max) + ")";
  }
}
