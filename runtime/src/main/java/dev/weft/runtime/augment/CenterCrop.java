package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * The middle of the image; one that is smaller gets black borders.
 *
 * @param size the size of the part
 */
public record CenterCrop(Extent size) implements Transform {
  @Override
  public Image apply(Image image, RandomGenerator random) {
    return Geometry.centerCrop(image, size);
  }

  @Override
  public String toString() {
    return "centerCrop(" + Geometry.argument(size) + ")";
  }
}
