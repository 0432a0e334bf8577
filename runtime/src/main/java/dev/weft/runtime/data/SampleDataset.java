package dev.weft.runtime.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.nd4j.linalg.factory.Nd4j;

/** A data set whose images are made one by one, so that several threads can make one batch. */
public interface SampleDataset extends Dataset {
  /**
   * Writes all views of an image, channel after channel, row after row. Several threads may ask at
   * once.
   *
   * @throws BadDataException if the image cannot be read; it names the file
   */
  void read(int index, float[] target, int offset) throws IOException;

  @Override
  SampleDataset inEpoch(long seed, int epoch);

  /** The number of floats that {@link #read} writes. */
  default int sampleLength() {
    return Math.toIntExact(Math.multiplyExact(imageShape().elements(), views()));
  }

  @Override
  default Batch batch(int... indices) {
    int length = sampleLength();
    float[] images = new float[Math.multiplyExact(indices.length, length)];
    try {
      for (int i = 0; i < indices.length; i++) {
        read(indices[i], images, i * length);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return batch(images, indices);
  }

  /** A batch of images that were read. */
  default Batch batch(float[] images, int... indices) {
    int views = views();
    int[] labels = new int[indices.length * views];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(indices[i / views]);
    }
    return new Batch(Nd4j.create(images, imageShape().batched(labels.length), 'c'), labels);
  }
}
