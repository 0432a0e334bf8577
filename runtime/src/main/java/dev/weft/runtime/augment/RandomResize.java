package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * Scale jitter: scales the shorter side to a length that is drawn anew for each image, as VGG and
 * ResNet do before they crop.
 *
 * @param min the least length
 * @param max the greatest length
 */
public record RandomResize(int min, int max) implements Transform {
  /** Lengths of at least 1. */
  public RandomResize {
    if (min < 1 || max < min) {
      throw new IllegalArgumentException(
          "randomResize: must be two lengths from 1 in ascending order, but is "
              + min
              + " and "
              + max);
    }
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    return Resize.shorterSide(image, min + random.nextInt(max - min + 1));
  }

  @Override
  public String toString() {
    return "randomResize(" + min + ", " + max + ")";
  }
}
