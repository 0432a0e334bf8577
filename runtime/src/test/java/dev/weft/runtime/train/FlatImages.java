package dev.weft.runtime.train;

import dev.weft.dsl.Shape;
import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;

/** Images as vectors. */
record FlatImages(Dataset images) implements Dataset {
  @Override
  public int size() {
    return images.size();
  }

  @Override
  public Shape imageShape() {
    return Shape.of((int) images.imageShape().elements());
  }

  @Override
  public int label(int index) {
    return images.label(index);
  }

  @Override
  public Batch batch(int... indices) {
    Batch batch = images.batch(indices);
    return new Batch(
        batch.images().reshape('c', new long[] {indices.length, images.imageShape().elements()}),
        batch.labels());
  }
}
