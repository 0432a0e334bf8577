package dev.weft.runtime.data;

import dev.weft.dsl.Shape;
import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A data set whose images stay bytes until a batch is taken, a quarter of the memory of floats. A
 * batch holds {@code (pixel / 255 - mean) / deviation}, with black pixels around each image if a
 * padding is given.
 *
 * <pre>{@code
 * Dataset digits =
 *     new ByteDataset(Shape.of(1, 28, 28), pixels, labels).padded(2).scaled(0.1307, 0.3081);
 * }</pre>
 */
public final class ByteDataset implements Dataset {
  private final Shape stored;
  private final byte[] pixels;
  private final int[] labels;
  private final int padding;
  private final float[] values;

  /**
   * Images whose batches hold numbers from 0 to 1. Keeps the arrays themselves.
   *
   * @param stored channels, height, width
   * @param pixels image after image, channel after channel, row after row; unsigned
   * @throws IllegalArgumentException if there are not as many pixels as the labels ask for
   */
  public ByteDataset(Shape stored, byte[] pixels, int[] labels) {
    this(stored, pixels, labels, 0, values(0, 1));
    if (stored.rank() != 3 || pixels.length != stored.elements() * labels.length) {
      throw new IllegalArgumentException(
          labels.length
              + " images of "
              + stored.compact()
              + " do not fit "
              + pixels.length
              + " bytes");
    }
  }

  private ByteDataset(Shape stored, byte[] pixels, int[] labels, int padding, float[] values) {
    this.stored = stored;
    this.pixels = pixels;
    this.labels = labels;
    this.padding = padding;
    this.values = values;
  }

  /** The same images with so many black pixels on each side. */
  public ByteDataset padded(int padding) {
    if (padding < 0) {
      throw new IllegalArgumentException("padding must be at least 0, but is " + padding);
    }
    return new ByteDataset(stored, pixels, labels, padding, values);
  }

  /** The same images, with this mean subtracted and divided by this deviation. */
  public ByteDataset scaled(double mean, double deviation) {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("the deviation must be positive, but is " + deviation);
    }
    return new ByteDataset(stored, pixels, labels, padding, values(mean, deviation));
  }

  private static float[] values(double mean, double deviation) {
    float[] values = new float[256];
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = (float) ((pixel / 255.0 - mean) / deviation);
    }
    return values;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Shape imageShape() {
    return Shape.of(stored.channels(), stored.height() + 2 * padding, stored.width() + 2 * padding);
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public Batch batch(int... indices) {
    Shape shape = imageShape();
    int elements = Math.toIntExact(shape.elements());
    float[] converted = new float[Math.multiplyExact(indices.length, elements)];
    Arrays.fill(converted, values[0]);
    int[] chosen = new int[indices.length];
    for (int i = 0; i < indices.length; i++) {
      convert(indices[i], converted, i * elements);
      chosen[i] = labels[indices[i]];
    }
    return new Batch(Nd4j.create(converted, shape.batched(indices.length), 'c'), chosen);
  }

  private void convert(int index, float[] target, int offset) {
    int width = stored.width();
    int height = stored.height();
    int targetWidth = width + 2 * padding;
    int targetHeight = height + 2 * padding;
    int from = index * Math.toIntExact(stored.elements());
    for (int channel = 0; channel < stored.channels(); channel++) {
      for (int row = 0; row < height; row++) {
        int to = offset + (channel * targetHeight + padding + row) * targetWidth + padding;
        for (int column = 0; column < width; column++) {
          target[to + column] = values[pixels[from++] & 0xff];
        }
      }
    }
  }
}
