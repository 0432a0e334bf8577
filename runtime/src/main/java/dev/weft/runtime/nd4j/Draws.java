package dev.weft.runtime.nd4j;

import java.util.stream.IntStream;

/**
 * The numbers of {@link java.util.Random}, several times faster: it locks and swaps atomically for
 * each, though the weights of a network are drawn by one thread; and the logarithms and roots of
 * normal numbers, which are most of the work, can be shared by all processors. A network of ten
 * million weights is there in a fifth of a second instead of a whole one.
 */
final class Draws {
  private static final long MULTIPLIER = 0x5DEECE66DL;
  private static final long INCREMENT = 0xBL;
  private static final long MASK = (1L << 48) - 1;

  /** So many pairs are found by one thread before all transform them. */
  private static final int BLOCK = 1 << 15;

  private static final int SLICES = 16;

  private long state;

  /** The second normal number of a pair of which the first was the last to be drawn. */
  private double left;

  private boolean hasLeft;

  /** Receives the numbers, in order. */
  interface Sink {
    /** Takes the number of an index. */
    void set(int index, double value);
  }

  Draws(long seed) {
    state = (seed ^ MULTIPLIER) & MASK;
  }

  private int next(int bits) {
    state = state * MULTIPLIER + INCREMENT & MASK;
    return (int) (state >>> 48 - bits);
  }

  /** {@link java.util.Random#nextDouble}. */
  private double uniform() {
    return (((long) next(26) << 27) + next(27)) * 0x1.0p-53;
  }

  /** Draws from 0 up to 1. */
  void uniform(int count, Sink sink) {
    for (int i = 0; i < count; i++) {
      sink.set(i, uniform());
    }
  }

  /** Draws from the normal distribution of deviation 1, by Marsaglia's polar method. */
  void normal(int count, Sink sink) {
    int from = 0;
    if (hasLeft && count > 0) {
      sink.set(from++, left);
      hasLeft = false;
    }
    double[] points = new double[2 * Math.min(BLOCK, (count - from + 1) / 2)];
    while (from < count) {
      int pairs = Math.min(points.length / 2, (count - from + 1) / 2);
      findPoints(points, pairs);
      transform(points, pairs);
      int values = Math.min(2 * pairs, count - from);
      for (int i = 0; i < values; i++) {
        sink.set(from + i, points[i]);
      }
      hasLeft = values < 2 * pairs;
      left = points[2 * pairs - 1];
      from += values;
    }
  }

  /** Points inside the circle of radius 1. */
  private void findPoints(double[] points, int pairs) {
    for (int i = 0; i < pairs; i++) {
      double x;
      double y;
      double square;
      do {
        x = 2 * uniform() - 1;
        y = 2 * uniform() - 1;
        square = x * x + y * y;
      } while (square >= 1 || square == 0);
      points[2 * i] = x;
      points[2 * i + 1] = y;
    }
  }

  private static void transform(double[] points, int pairs) {
    if (pairs < SLICES * SLICES) {
      transform(points, 0, pairs);
    } else {
      IntStream.range(0, SLICES)
          .parallel()
          .forEach(
              slice -> transform(points, pairs * slice / SLICES, pairs * (slice + 1) / SLICES));
    }
  }

  private static void transform(double[] points, int from, int to) {
    for (int i = from; i < to; i++) {
      double x = points[2 * i];
      double y = points[2 * i + 1];
      double square = x * x + y * y;
      double factor = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
      points[2 * i] = x * factor;
      points[2 * i + 1] = y * factor;
    }
  }
}
