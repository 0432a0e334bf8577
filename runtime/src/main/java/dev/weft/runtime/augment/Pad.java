package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * Black pixels on each side.
 *
 * @param padding their number
 */
public record Pad(int padding) implements Transform {
  /** At least 0 pixels. */
  public Pad {
    if (padding < 0) {
      throw new IllegalArgumentException("pad: must be at least 0, but is " + padding);
    }
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    Extent size = new Extent(image.height() + 2 * padding, image.width() + 2 * padding);
    return Geometry.crop(image, -padding, -padding, size);
  }

  @Override
  public String toString() {
    return "pad(" + padding + ")";
  }
}
