package dev.weft.runtime.augment;

import dev.weft.dsl.Extent;
import dev.weft.runtime.image.Image;
import java.util.random.RandomGenerator;

/** The image in another size, interpolated bilinearly with antialiasing. */
public final class Resize implements Transform {
  private final int shortSide;
  private final Extent size;

  private Resize(int shortSide, Extent size) {
    this.shortSide = shortSide;
    this.size = size;
  }

  /** Scales the shorter side to this length and the other with it. */
  static Resize shortSide(int length) {
    return new Resize(Geometry.checked("resize", length, length).height(), null);
  }

  /** Scales to this size, whatever the proportions. */
  static Resize to(Extent size) {
    return new Resize(0, size);
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    return size == null ? shorterSide(image, shortSide) : Resampling.resize(image, size);
  }

  /** An image whose shorter side has this length; the longer one is rounded down. */
  static Image shorterSide(Image image, int length) {
    boolean upright = image.height() >= image.width();
    int shorter = upright ? image.width() : image.height();
    int longer = upright ? image.height() : image.width();
    int scaled = Math.toIntExact((long) length * longer / shorter);
    Extent size = upright ? new Extent(scaled, length) : new Extent(length, scaled);
    return Resampling.resize(image, size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resize resize && toString().equals(resize.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    return "resize(" + (size == null ? shortSide : size.height() + ", " + size.width()) + ")";
  }
}
