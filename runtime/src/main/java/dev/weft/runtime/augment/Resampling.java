package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.Arrays;

/**
 * Bilinear interpolation with antialiasing: a triangle filter, which is as wide as the pixels of
 * the smaller image, along the rows and then along the columns. The fixed-point arithmetic is that
 * of PIL, so that the pixels are, too.
 */
final class Resampling {
  private static final int BITS = 22;
  private static final int HALF = 1 << BITS - 1;

  private Resampling() {}

  /**
   * What each pixel of a longer or shorter line is made of.
   *
   * @param first the first pixel that counts
   * @param weights the weights of it and those behind it, in fixed point
   */
  private record Filter(int[] first, int[][] weights) {
    static Filter of(int from, int to) {
      double scale = (double) from / to;
      double support = Math.max(scale, 1);
      int[] first = new int[to];
      int[][] weights = new int[to][];
      for (int i = 0; i < to; i++) {
        double center = (i + 0.5) * scale;
        first[i] = Math.max(0, (int) (center - support + 0.5));
        int end = Math.min(from, (int) (center + support + 0.5));
        weights[i] = weights(first[i], end, center, support);
      }
      return new Filter(first, weights);
    }

    private static int[] weights(int first, int end, double center, double support) {
      double[] exact = new double[end - first];
      double sum = 0;
      for (int i = 0; i < exact.length; i++) {
        double distance = Math.abs((i + first - center + 0.5) * (1 / support));
        exact[i] = Math.max(0, 1 - distance);
        sum += exact[i];
      }
      int[] weights = new int[exact.length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (int) (0.5 + exact[i] / sum * (1 << BITS));
      }
      return weights;
    }
  }

  /** The whole image in another size. */
  static Image resize(Image image, Extent size) {
    Extent whole = Geometry.size(image);
    return whole.equals(size) ? image : resize(image, 0, 0, whole, size);
  }

  /** A part of an image in another size; nothing outside of the part counts. */
  static Image resize(Image image, int top, int left, Extent part, Extent size) {
    if (part.equals(size)) {
      return Geometry.crop(image, top, left, part);
    }
    Image rows = horizontally(image, top, left, part, size.width());
    return vertically(rows, size.height());
  }

  private static Image horizontally(Image image, int top, int left, Extent part, int width) {
    if (width == part.width()) {
      return Geometry.crop(image, top, left, part);
    }
    int channels = image.channels();
    Filter filter = Filter.of(part.width(), width);
    byte[] target = new byte[part.height() * width * channels];
    for (int row = 0; row < part.height(); row++) {
      int start = ((top + row) * image.width() + left) * channels;
      int to = row * width * channels;
      if (channels == 3) {
        colorRow(image.pixels(), start, filter, target, to);
      } else {
        greyRow(image.pixels(), start, filter, target, to);
      }
    }
    return new Image(channels, part.height(), width, target);
  }

  private static void greyRow(byte[] source, int start, Filter filter, byte[] target, int to) {
    for (int i = 0; i < filter.first.length; i++) {
      int from = start + filter.first[i];
      int sum = HALF;
      for (int weight : filter.weights[i]) {
        sum += weight * (source[from++] & 0xff);
      }
      target[to++] = clamp(sum);
    }
  }

  private static void colorRow(byte[] source, int start, Filter filter, byte[] target, int to) {
    for (int i = 0; i < filter.first.length; i++) {
      int from = start + 3 * filter.first[i];
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int weight : filter.weights[i]) {
        red += weight * (source[from] & 0xff);
        green += weight * (source[from + 1] & 0xff);
        blue += weight * (source[from + 2] & 0xff);
        from += 3;
      }
      target[to++] = clamp(red);
      target[to++] = clamp(green);
      target[to++] = clamp(blue);
    }
  }

  private static Image vertically(Image image, int height) {
    if (height == image.height()) {
      return image;
    }
    int stride = image.width() * image.channels();
    Filter filter = Filter.of(image.height(), height);
    byte[] source = image.pixels();
    byte[] target = new byte[height * stride];
    int[] sums = new int[stride];
    for (int row = 0; row < height; row++) {
      Arrays.fill(sums, HALF);
      int from = filter.first[row] * stride;
      for (int weight : filter.weights[row]) {
        for (int i = 0; i < stride; i++) {
          sums[i] += weight * (source[from + i] & 0xff);
        }
        from += stride;
      }
      for (int i = 0; i < stride; i++) {
        target[row * stride + i] = clamp(sums[i]);
      }
    }
    return new Image(image.channels(), height, image.width(), target);
  }

  /** Rounded weights may sum up to a little more than 1. */
  private static byte clamp(int sum) {
    return (byte) Math.min(255, sum >> BITS);
  }
}
