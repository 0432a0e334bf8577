package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * The image or its mirror image.
 *
 * @param probability of the mirror image
 */
public record RandomHorizontalFlip(double probability) implements Transform {
  private static final double USUAL = 0.5;

  /** A probability from 0 to 1. */
  public RandomHorizontalFlip {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "randomHorizontalFlip: the probability must be from 0 to 1, but is " + probability);
    }
  }

  RandomHorizontalFlip() {
    this(USUAL);
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    return random.nextDouble() < probability ? Geometry.flip(image) : image;
  }

  @Override
  public String toString() {
    String argument = probability == USUAL ? "" : Geometry.number(probability);
    return "randomHorizontalFlip(" + argument + ")";
  }
}
