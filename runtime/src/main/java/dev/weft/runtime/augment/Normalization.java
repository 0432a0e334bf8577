package dev.weft.runtime.augment;

import dev.weft.runtime.image.Image;
import java.util.Arrays;
import java.util.List;

/**
 * Makes numbers of pixels, {@code (pixel / 255 - mean) / deviation} in each channel, as a network
 * takes them.
 */
public final class Normalization {
  /** Numbers from 0 to 1. */
  public static final Normalization NONE = new Normalization(List.of(0.0), List.of(1.0));

  /** The mean and deviation that torchvision's networks were trained with. */
  public static final Normalization IMAGENET =
      new Normalization(List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225));

  private final List<Double> mean;
  private final List<Double> deviation;
  private final float[][] values;

  private Normalization(List<Double> mean, List<Double> deviation) {
    this.mean = mean;
    this.deviation = deviation;
    this.values = new float[mean.size()][256];
    for (int channel = 0; channel < values.length; channel++) {
      for (int pixel = 0; pixel < 256; pixel++) {
        values[channel][pixel] =
            (float) ((pixel / 255.0 - mean.get(channel)) / deviation.get(channel));
      }
    }
  }

  /**
   * A normalisation.
   *
   * @param mean of each channel, from 0 to 1; or one for all
   * @param deviation of each channel
   * @throws IllegalArgumentException if there are not equally many, or a deviation is not positive
   */
  public static Normalization of(double[] mean, double[] deviation) {
    boolean positive = Arrays.stream(deviation).allMatch(each -> each > 0);
    if (mean.length != deviation.length || (mean.length != 1 && mean.length != 3) || !positive) {
      throw new IllegalArgumentException(
          "expected as many means as positive deviations, 1 or 3, found "
              + Arrays.toString(mean)
              + " and "
              + Arrays.toString(deviation));
    }
    return new Normalization(
        Arrays.stream(mean).boxed().toList(), Arrays.stream(deviation).boxed().toList());
  }

  /** The mean of each channel, from 0 to 1. */
  public List<Double> mean() {
    return mean;
  }

  /** The deviation of each channel. */
  public List<Double> deviation() {
    return deviation;
  }

  /** Whether it is meant for images of so many channels. */
  public boolean fits(int channels) {
    return values.length == 1 || values.length == channels;
  }

  /** Writes an image, channel after channel. */
  public void write(Image image, float[] target, int offset) {
    int channels = image.channels();
    byte[] pixels = image.pixels();
    int to = offset;
    for (int channel = 0; channel < channels; channel++) {
      float[] table = values[channel % values.length];
      for (int from = channel; from < pixels.length; from += channels) {
        target[to++] = table[pixels[from] & 0xff];
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalization normalization
        && mean.equals(normalization.mean)
        && deviation.equals(normalization.deviation);
  }

  @Override
  public int hashCode() {
    return 31 * mean.hashCode() + deviation.hashCode();
  }

  /** For example {@code normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])}. */
  @Override
  public String toString() {
    return "normalize(" + mean + ", " + deviation + ")";
  }
}
