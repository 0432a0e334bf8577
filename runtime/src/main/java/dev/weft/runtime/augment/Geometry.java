package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.Locale;

/** Moves pixels. */
final class Geometry {
  private Geometry() {}

  /** A part of an image; what lies outside is black. */
  static Image crop(Image image, int top, int left, Extent size) {
    int channels = image.channels();
    byte[] source = image.pixels();
    byte[] target = new byte[channels * size.height() * size.width()];
    int from = Math.max(0, left);
    int to = Math.min(image.width(), left + size.width());
    int firstRow = Math.max(0, top);
    int endRow = Math.min(image.height(), top + size.height());
    for (int row = firstRow; row < endRow && from < to; row++) {
      System.arraycopy(
          source,
          (row * image.width() + from) * channels,
          target,
          ((row - top) * size.width() + from - left) * channels,
          (to - from) * channels);
    }
    return new Image(channels, size.height(), size.width(), target);
  }

  /** The part in the middle; a smaller image gets black borders. */
  static Image centerCrop(Image image, Extent size) {
    int top = middle(image.height() - size.height());
    int left = middle(image.width() - size.width());
    return crop(image, top, left, size);
  }

  /** As torchvision, which rounds half a pixel to the even side, and cuts it off a border. */
  private static int middle(int remainder) {
    return remainder < 0 ? remainder / 2 : (int) Math.rint(remainder / 2.0);
  }

  /** Left and right change sides. */
  static Image flip(Image image) {
    int channels = image.channels();
    int stride = image.width() * channels;
    byte[] source = image.pixels();
    byte[] target = new byte[source.length];
    for (int start = 0; start < source.length; start += stride) {
      int to = start + stride - channels;
      for (int from = start; from < start + stride; from += channels, to -= channels) {
        for (int channel = 0; channel < channels; channel++) {
          target[to + channel] = source[from + channel];
        }
      }
    }
    return new Image(channels, image.height(), image.width(), target);
  }

  static Extent size(Image image) {
    return new Extent(image.height(), image.width());
  }

  /**
   * Checks that a crop lies inside.
   *
   * @param padding what is added on each side
   */
  static void requireAtLeast(Image image, Extent size, int padding, Object transform) {
    if (image.height() + 2 * padding < size.height()
        || image.width() + 2 * padding < size.width()) {
      Extent least = new Extent(size.height() - 2 * padding, size.width() - 2 * padding);
      throw new UnsuitableImageException(
          "an image of at least " + least + " for " + transform, size(image).toString());
    }
  }

  /** A size that a transform may have. */
  static Extent checked(String transform, int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          transform + ": the size must be at least 1, but is " + new Extent(height, width).brief());
    }
    return new Extent(height, width);
  }

  /** A size as an argument. */
  static String argument(Extent size) {
    return size.is(size.height())
        ? Integer.toString(size.height())
        : size.height() + ", " + size.width();
  }

  /** A number as it would be written. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }
}
