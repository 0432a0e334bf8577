package dev.weft.runtime.data;

import java.util.stream.IntStream;

/**
 * Images in two parts, where a data set has no part to test with.
 *
 * @param train what to train with
 * @param test what was held out, to test with
 */
public record Holdout(LabelledImages train, LabelledImages test) {
  /**
   * Holds out a fraction of each class, rounded, but never all of a class. Which images depends on
   * the seed alone.
   *
   * @param fraction from 0 to 1
   */
  public static Holdout of(LabelledImages images, double fraction, long seed) {
    if (!(fraction >= 0 && fraction <= 1)) {
      throw new IllegalArgumentException("the fraction must be from 0 to 1, but is " + fraction);
    }
    int[] left = new int[images.classes().size()];
    IntStream.range(0, images.size()).forEach(i -> left[images.label(i)]++);
    for (int label = 0; label < left.length; label++) {
      left[label] = (int) Math.min(Math.round(fraction * left[label]), left[label] - 1);
    }
    boolean[] out = new boolean[images.size()];
    for (int index : SampleRandom.order(images.size(), seed, 0)) {
      out[index] = left[images.label(index)]-- > 0;
    }
    return new Holdout(part(images, out, false), part(images, out, true));
  }

  private static LabelledImages part(LabelledImages images, boolean[] out, boolean which) {
    return new Subset(
        images, IntStream.range(0, out.length).filter(i -> out[i] == which).toArray());
  }
}
