package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * Another brightness and contrast: a factor from {@code max(0, 1 - b)} to {@code 1 + b} is drawn
 * for each, and one is applied after the other, in either order. Brightness blends with black,
 * contrast with the mean grey of the image.
 *
 * @param brightness how far the factor of the brightness may be from 1
 * @param contrast how far the factor of the contrast may be from 1
 */
public record ColorJitter(double brightness, double contrast) implements Transform {
  /** Distances of at least 0. */
  public ColorJitter {
    if (!(brightness >= 0 && contrast >= 0 && Double.isFinite(brightness + contrast))) {
      throw new IllegalArgumentException(
          "colorJitter: brightness and contrast must be at least 0, but are "
              + Geometry.number(brightness)
              + " and "
              + Geometry.number(contrast));
    }
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    boolean brightnessFirst = random.nextBoolean();
    double brightnessFactor = factor(brightness, random);
    double contrastFactor = factor(contrast, random);
    return brightnessFirst
        ? contrast(brightness(image, brightnessFactor), contrastFactor)
        : brightness(contrast(image, contrastFactor), brightnessFactor);
  }

  private static double factor(double distance, RandomGenerator random) {
    double min = Math.max(0, 1 - distance);
    return min + (1 + distance - min) * random.nextDouble();
  }

  /** The image times a factor. */
  static Image brightness(Image image, double factor) {
    return blend(image, 0, factor);
  }

  /** The image, with all differences from its mean grey times a factor. */
  static Image contrast(Image image, double factor) {
    Image grey = image.withChannels(1);
    long sum = 0;
    for (byte pixel : grey.pixels()) {
      sum += pixel & 0xff;
    }
    int mean = (int) ((double) sum / grey.pixels().length + 0.5);
    return blend(image, mean, factor);
  }

  /** {@code from + factor (pixel - from)}, cut off as PIL does. */
  private static Image blend(Image image, int from, double factor) {
    byte[] table = new byte[256];
    for (int pixel = 0; pixel < table.length; pixel++) {
      float value = from + (float) factor * (pixel - from);
      table[pixel] = (byte) Math.max(0, Math.min(255, (int) value));
    }
    byte[] source = image.pixels();
    byte[] target = new byte[source.length];
    for (int i = 0; i < source.length; i++) {
      target[i] = table[source[i] & 0xff];
    }
    return new Image(image.channels(), image.height(), image.width(), target);
  }

  @Override
  public String toString() {
    return "colorJitter(" + Geometry.number(brightness) + ", " + Geometry.number(contrast) + ")";
  }
}
