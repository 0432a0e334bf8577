package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * Makes an image of another one. What is random in it comes from the generator alone, so that the
 * same seed gives the same image. Those of {@link Transforms} print as they were declared.
 */
@FunctionalInterface
public interface Transform {
  /**
   * The transformed image.
   *
   * @throws UnsuitableImageException if the image cannot be transformed, as one that is too small
   */
  Image apply(Image image, RandomGenerator random);
}
