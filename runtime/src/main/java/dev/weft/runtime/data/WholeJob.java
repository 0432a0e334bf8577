package dev.weft.runtime.data;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lets a data set make a batch at once. */
final class WholeJob implements BatchJob {
  private final Dataset data;
  private final int[] indices;
  private Batch batch;

  WholeJob(Dataset data, int... indices) {
    this.data = data;
    this.indices = indices;
  }

  @Override
  public int parts() {
    return 1;
  }

  @Override
  public void make(int part) throws IOException {
    try {
      batch = data.batch(indices);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Batch finish() {
    return batch;
  }

  @Override
  public void discard() {
    if (batch != null) {
      batch.close();
    }
  }
}
