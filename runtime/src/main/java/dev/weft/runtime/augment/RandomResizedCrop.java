package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/**
 * A part of the image of random area and proportions, scaled to one size, as GoogLeNet is trained:
 * the area is uniform in {@code scale} times that of the image, the logarithm of width by height in
 * that of {@code ratio}, and the place is uniform. If ten draws do not fit into the image, the
 * middle is taken, as large as the ratios let it be.
 */
public final class RandomResizedCrop implements Transform {
  private static final int DRAWS = 10;
  private static final Interval USUAL_SCALE = new Interval(0.08, 1);
  private static final Interval USUAL_RATIO = new Interval(3.0 / 4, 4.0 / 3);

  private final Extent size;
  private final Interval scale;
  private final Interval ratio;

  private RandomResizedCrop(Extent size, Interval scale, Interval ratio) {
    this.size = size;
    this.scale = scale;
    this.ratio = ratio;
  }

  RandomResizedCrop(Extent size) {
    this(size, USUAL_SCALE, USUAL_RATIO);
  }

  /** The same with the area from {@code min} to {@code max} times that of the image. */
  public RandomResizedCrop scale(double min, double max) {
    Interval scale = Interval.of("randomResizedCrop: the scale", min, max);
    if (max > 1) {
      throw new IllegalArgumentException(
          "randomResizedCrop: the scale must be at most 1, but is " + Geometry.number(max));
    }
    return new RandomResizedCrop(size, scale, ratio);
  }

  /** The same with the width from {@code min} to {@code max} times the height. */
  public RandomResizedCrop ratio(double min, double max) {
    return new RandomResizedCrop(
        size, scale, Interval.of("randomResizedCrop: the ratio", min, max));
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    double area = (double) image.height() * image.width();
    Interval logarithms = ratio.logarithm();
    for (int i = 0; i < DRAWS; i++) {
      double wanted = area * scale.draw(random);
      double proportions = Math.exp(logarithms.draw(random));
      int width = (int) Math.rint(Math.sqrt(wanted * proportions));
      int height = (int) Math.rint(Math.sqrt(wanted / proportions));
      if (width >= 1 && width <= image.width() && height >= 1 && height <= image.height()) {
        int top = random.nextInt(image.height() - height + 1);
        int left = random.nextInt(image.width() - width + 1);
        return Resampling.resize(image, top, left, new Extent(height, width), size);
      }
    }
    return middle(image);
  }

  private Image middle(Image image) {
    int height = image.height();
    int width = image.width();
    double proportions = (double) width / height;
    if (proportions < ratio.min()) {
      height = Math.max(1, (int) Math.rint(width / ratio.min()));
    } else if (proportions > ratio.max()) {
      width = Math.max(1, (int) Math.rint(height * ratio.max()));
    }
    int top = (image.height() - height) / 2;
    int left = (image.width() - width) / 2;
    return Resampling.resize(image, top, left, new Extent(height, width), size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RandomResizedCrop crop
        && size.equals(crop.size)
        && scale.equals(crop.scale)
        && ratio.equals(crop.ratio);
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return "randomResizedCrop("
        + Geometry.argument(size)
        + ")"
        + (scale.equals(USUAL_SCALE) ? "" : ".scale" + scale)
        + (ratio.equals(USUAL_RATIO) ? "" : ".ratio" + ratio);
  }
}
