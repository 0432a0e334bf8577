package dev.weft.runtime.data;

import java.io.IOException;
import java.util.Arrays;
import java.util.Queue;

/** Makes a batch image by image, into an array that the next batch but some uses again. */
final class SampleJob implements BatchJob {
  private final SampleDataset data;
  private final int[] indices;
  private final Queue<float[]> arrays;
  private final float[] images;

  /**
   * A job.
   *
   * @param arrays those that are free, of the length of a full batch
   */
  SampleJob(SampleDataset data, int[] indices, int batch, Queue<float[]> arrays) {
    this.data = data;
    this.indices = indices;
    this.arrays = arrays;
    float[] free = arrays.poll();
    this.images = free == null ? new float[Math.multiplyExact(batch, data.sampleLength())] : free;
  }

  @Override
  public int parts() {
    return indices.length;
  }

  @Override
  public void make(int part) throws IOException {
    data.read(indices[part], images, part * data.sampleLength());
  }

  @Override
  public Batch finish() {
    int used = indices.length * data.sampleLength();
    Batch batch = data.batch(used == images.length ? images : Arrays.copyOf(images, used), indices);
    arrays.add(images);
    return batch;
  }

  @Override
  public void discard() {
    // The array is Java's.
  }
}
