package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * A part of the image from anywhere, each place as probable as any other.
 *
 * @param size the size of the part
 * @param padding black pixels that are added on each side before
 */
public record RandomCrop(Extent size, int padding) implements Transform {
  /** A padding of at least 0. */
  public RandomCrop {
    if (padding < 0) {
      throw new IllegalArgumentException(
          "randomCrop: the padding must be at least 0, but is " + padding);
    }
  }

  /** The same with so many black pixels on each side of the image. */
  public RandomCrop padding(int padding) {
    return new RandomCrop(size, padding);
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    Geometry.requireAtLeast(image, size, padding, this);
    int top = random.nextInt(image.height() + 2 * padding - size.height() + 1);
    int left = random.nextInt(image.width() + 2 * padding - size.width() + 1);
    return Geometry.crop(image, top - padding, left - padding, size);
  }

  @Override
  public String toString() {
    String crop = "randomCrop(" + Geometry.argument(size) + ")";
    return padding == 0 ? crop : crop + ".padding(" + padding + ")";
  }
}
