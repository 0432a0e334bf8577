package dev.weft.runtime.augment;

/**
 * The transforms, with the names of torchvision's. Images are of 8 bits before and after each, as
 * with torchvision on images of PIL, and the pixels are the same for the same draws.
 */
public final class Transforms {
  private Transforms() {}

  /** So many black pixels on each side. */
  public static Pad pad(int padding) {
    return new Pad(padding);
  }

  /** A square from anywhere in the image; {@code .padding(n)} adds a black border before. */
  public static RandomCrop randomCrop(int size) {
    return randomCrop(size, size);
  }

  /** A part from anywhere in the image; {@code .padding(n)} adds a black border before. */
  public static RandomCrop randomCrop(int height, int width) {
    return new RandomCrop(Geometry.checked("randomCrop", height, width), 0);
  }

  /**
   * A part of random area and proportions, scaled to a square; {@code .scale(min, max)} and {@code
   * .ratio(min, max)} bound them.
   */
  public static RandomResizedCrop randomResizedCrop(int size) {
    return randomResizedCrop(size, size);
  }

  /** A part of random area and proportions, scaled to one size. */
  public static RandomResizedCrop randomResizedCrop(int height, int width) {
    return new RandomResizedCrop(Geometry.checked("randomResizedCrop", height, width));
  }

  /** The image, scaled so that its shorter side has this length. */
  public static Resize resize(int shortSide) {
    return Resize.shortSide(shortSide);
  }

  /** The image, scaled to this size whatever its proportions. */
  public static Resize resize(int height, int width) {
    return Resize.to(Geometry.checked("resize", height, width));
  }

  /** The image, scaled so that its shorter side has a random length. */
  public static RandomResize randomResize(int min, int max) {
    return new RandomResize(min, max);
  }

  /** The square in the middle of the image. */
  public static CenterCrop centerCrop(int size) {
    return centerCrop(size, size);
  }

  /** The middle of the image. */
  public static CenterCrop centerCrop(int height, int width) {
    return new CenterCrop(Geometry.checked("centerCrop", height, width));
  }

  /** The image or its mirror image, one as probable as the other. */
  public static RandomHorizontalFlip randomHorizontalFlip() {
    return new RandomHorizontalFlip();
  }

  /** The image, or its mirror image with this probability. */
  public static RandomHorizontalFlip randomHorizontalFlip(double probability) {
    return new RandomHorizontalFlip(probability);
  }

  /** Brightness and contrast times random factors, at most so far from 1. */
  public static ColorJitter colorJitter(double brightness, double contrast) {
    return new ColorJitter(brightness, contrast);
  }

  /**
   * AlexNet's noise along the principal components of the colours, with ImageNet's unless {@code
   * .eigenvalues(...)} and {@code .eigenvectors(...)} say otherwise; the paper's deviation is 0.1.
   */
  public static PcaNoise pcaNoise(double deviation) {
    return new PcaNoise(deviation);
  }
}
