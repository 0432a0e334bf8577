package dev.weft.runtime.data;

import dev.weft.dsl.Shape;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A data set that lies in one array, of which the first dimension counts the images. */
public final class ArrayDataset implements Dataset {
  private final INDArray images;
  private final int[] labels;
  private final Shape imageShape;

  /**
   * Keeps the array itself and a copy of the labels.
   *
   * @param images {@code size x channels x height x width}, or {@code size x features}
   * @throws IllegalArgumentException if images and labels differ in count
   */
  public ArrayDataset(INDArray images, int... labels) {
    if (images.rank() < 2 || images.size(0) != labels.length) {
      throw new IllegalArgumentException(
          "the images have the shape "
              + Arrays.toString(images.shape())
              + ", but there are "
              + labels.length
              + " labels");
    }
    this.images = images;
    this.labels = labels.clone();
    long[] shape = images.shape();
    this.imageShape = Shape.of(Arrays.stream(shape).skip(1).mapToInt(Math::toIntExact).toArray());
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Shape imageShape() {
    return imageShape;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public Batch batch(int... indices) {
    INDArray chosen = Nd4j.create(images.dataType(), imageShape.batched(indices.length), 'c');
    for (int i = 0; i < indices.length; i++) {
      chosen.slice(i).assign(images.slice(indices[i]));
    }
    return new Batch(chosen, Arrays.stream(indices).map(index -> labels[index]).toArray());
  }
}
