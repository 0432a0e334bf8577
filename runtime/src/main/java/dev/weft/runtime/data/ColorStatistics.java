package dev.weft.runtime.data;

import dev.weft.runtime.augment.Normalization;
import dev.weft.runtime.augment.PcaNoise;
import dev.weft.runtime.augment.Transforms;
import dev.weft.runtime.image.Image;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * The mean and the covariance of the colours of a data set, over all pixels of all images. The sums
 * are of whole numbers, so that no order of summation changes them.
 */
public final class ColorStatistics {
  private final int channels;
  private final long[] sums;
  private final long[][] products;
  private long pixels;

  private ColorStatistics(int channels) {
    this.channels = channels;
    this.sums = new long[channels];
    this.products = new long[channels][channels];
  }

  /**
   * Reads all images once, on all processors.
   *
   * @param channels 3, or 1 to take the images as grey
   * @throws BadDataException if an image cannot be read
   */
  public static ColorStatistics of(LabelledImages images, int channels) throws IOException {
    ColorStatistics all = new ColorStatistics(channels);
    Failures failures = new Failures();
    IntStream.range(0, images.size())
        .parallel()
        .forEach(
            index ->
                failures.collect(
                    index, () -> all.merge(of(images.image(index).withChannels(channels)))));
    failures.throwFirst();
    if (all.pixels == 0) {
      throw new IllegalArgumentException("there is no image to compute the colours of");
    }
    return all;
  }

  private static ColorStatistics of(Image image) {
    int channels = image.channels();
    ColorStatistics one = new ColorStatistics(channels);
    byte[] values = image.pixels();
    one.pixels = values.length / channels;
    for (int i = 0; i < channels; i++) {
      for (int j = 0; j <= i; j++) {
        long product = 0;
        for (int at = 0; at < values.length; at += channels) {
          product += (long) (values[at + i] & 0xff) * (values[at + j] & 0xff);
        }
        one.products[i][j] = product;
        one.products[j][i] = product;
      }
      for (int at = i; at < values.length; at += channels) {
        one.sums[i] += values[at] & 0xff;
      }
    }
    return one;
  }

  private synchronized void merge(ColorStatistics other) {
    pixels += other.pixels;
    for (int i = 0; i < channels; i++) {
      sums[i] += other.sums[i];
      for (int j = 0; j < channels; j++) {
        products[i][j] += other.products[i][j];
      }
    }
  }

  /** The mean of each channel, from 0 to 1. */
  public double[] mean() {
    double[] mean = new double[channels];
    for (int i = 0; i < channels; i++) {
      mean[i] = sums[i] / (255.0 * pixels);
    }
    return mean;
  }

  /** The covariance of the channels, with colours from 0 to 1. */
  public double[][] covariance() {
    double[] mean = mean();
    double[][] covariance = new double[channels][channels];
    for (int i = 0; i < channels; i++) {
      for (int j = 0; j < channels; j++) {
        covariance[i][j] = products[i][j] / (255.0 * 255.0 * pixels) - mean[i] * mean[j];
      }
    }
    return covariance;
  }

  /** What gives all channels the mean 0 and the deviation 1. */
  public Normalization normalization() {
    double[] deviation = new double[channels];
    double[][] covariance = covariance();
    for (int i = 0; i < channels; i++) {
      deviation[i] = Math.sqrt(covariance[i][i]);
    }
    return Normalization.of(mean(), deviation);
  }

  /** AlexNet's noise along the principal components of these colours. */
  public PcaNoise pcaNoise(double deviation) {
    SymmetricEigen eigen = SymmetricEigen.of(covariance());
    return Transforms.pcaNoise(deviation)
        .eigenvalues(eigen.values())
        .eigenvectors(eigen.vectorsByRow());
  }
}
