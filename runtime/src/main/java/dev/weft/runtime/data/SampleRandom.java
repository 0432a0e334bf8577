package dev.weft.runtime.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness that depends on what it is for and on nothing else, so that neither the number of
 * threads nor the order in which they work changes it.
 */
final class SampleRandom {
  private static final long WHOLE_EPOCH = -1;

  private SampleRandom() {}

  /** The generator of one image in one epoch. */
  static RandomGenerator of(long seed, long epoch, long index) {
    return new SplittableRandom(mix(mix(mix(seed) + epoch) + index));
  }

  /** The numbers below {@code size} in the order of an epoch. */
  static int[] order(int size, long seed, long epoch) {
    RandomGenerator random = of(seed, epoch, WHOLE_EPOCH);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = random.nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** The finaliser of SplitMix64 (Steele et al. 2014): one bit changes half of the others. */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
