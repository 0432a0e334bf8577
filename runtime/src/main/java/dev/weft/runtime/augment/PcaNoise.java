package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * AlexNet's change of the lighting: to all pixels of an image, {@code sum over k of p_k a_k l_k} is
 * added, where {@code p_k} and {@code l_k} are the eigenvectors and eigenvalues of the covariance
 * of the data set's colours, from 0 to 1, and {@code a_k} is drawn from a normal distribution for
 * each image (Krizhevsky et al. 2012, section 4.1).
 */
public final class PcaNoise implements Transform {
  /** Of ImageNet's training images, as published with Facebook's ResNets (fb.resnet.torch). */
  private static final double[] IMAGENET_EIGENVALUES = {0.2175, 0.0188, 0.0045};

  private static final double[] IMAGENET_EIGENVECTORS = {
    -0.5675, 0.7192, 0.4009,
    -0.5808, -0.0045, -0.8140,
    -0.5836, -0.6948, 0.4203
  };

  private final double deviation;
  private final double[] eigenvalues;
  private final double[] eigenvectors;

  private PcaNoise(double deviation, double[] eigenvalues, double[] eigenvectors) {
    this.deviation = deviation;
    this.eigenvalues = eigenvalues;
    this.eigenvectors = eigenvectors;
  }

  PcaNoise(double deviation) {
    this(deviation, IMAGENET_EIGENVALUES, IMAGENET_EIGENVECTORS);
    if (!(deviation >= 0 && Double.isFinite(deviation))) {
      throw new IllegalArgumentException(
          "pcaNoise: the deviation must be at least 0, but is " + Geometry.number(deviation));
    }
  }

  /** The same with other eigenvalues, of colours from 0 to 1. */
  public PcaNoise eigenvalues(double... three) {
    return new PcaNoise(deviation, checked("eigenvalues", 3, three), eigenvectors);
  }

  /**
   * The same with other eigenvectors: the red of each, the green of each, the blue of each, in the
   * order of the eigenvalues.
   */
  public PcaNoise eigenvectors(double... nine) {
    return new PcaNoise(deviation, eigenvalues, checked("elements of eigenvectors", 9, nine));
  }

  private static double[] checked(String name, int count, double... numbers) {
    if (numbers.length != count || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "pcaNoise: expected " + count + " " + name + ", found " + Arrays.toString(numbers));
    }
    return numbers.clone();
  }

  @Override
  public Image apply(Image image, RandomGenerator random) {
    if (image.channels() != 3) {
      throw new UnsuitableImageException("3 channels for " + this, "1");
    }
    double[] shift = new double[3];
    for (int component = 0; component < 3; component++) {
      double length = 255 * deviation * random.nextGaussian() * eigenvalues[component];
      for (int channel = 0; channel < 3; channel++) {
        shift[channel] += length * eigenvectors[3 * channel + component];
      }
    }
    return shifted(image, shift);
  }

  private static Image shifted(Image image, double[] shift) {
    byte[] source = image.pixels();
    byte[] target = new byte[source.length];
    byte[][] tables = new byte[3][256];
    for (int channel = 0; channel < 3; channel++) {
      for (int pixel = 0; pixel < 256; pixel++) {
        long value = Math.round(pixel + shift[channel]);
        tables[channel][pixel] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    for (int i = 0; i < source.length; i += 3) {
      target[i] = tables[0][source[i] & 0xff];
      target[i + 1] = tables[1][source[i + 1] & 0xff];
      target[i + 2] = tables[2][source[i + 2] & 0xff];
    }
    return new Image(3, image.height(), image.width(), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PcaNoise noise && toString().equals(noise.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  @Override
  public String toString() {
    String noise = "pcaNoise(" + Geometry.number(deviation) + ")";
    if (!Arrays.equals(eigenvalues, IMAGENET_EIGENVALUES)) {
      noise += ".eigenvalues(" + joined(eigenvalues) + ")";
    }
    if (!Arrays.equals(eigenvectors, IMAGENET_EIGENVECTORS)) {
      noise += ".eigenvectors(" + joined(eigenvectors) + ")";
    }
    return noise;
  }

  private static String joined(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Geometry::number).collect(Collectors.joining(", "));
  }
}
