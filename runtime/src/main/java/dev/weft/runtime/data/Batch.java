package dev.weft.runtime.data;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Some images of a data set with their labels.
 *
 * @param images the images, {@code batch x channels x height x width}
 * @param labels the class of each image
 */
public record Batch(INDArray images, int[] labels) implements AutoCloseable {
  /** Frees the memory of the images, which lies outside the Java heap. */
  @Override
  public void close() {
    if (images.closeable()) {
      images.close();
    }
  }
}
