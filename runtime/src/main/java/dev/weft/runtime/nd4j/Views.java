package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Views of arrays: nothing here copies. */
final class Views {
  private Views() {}

  /** The first elements of a flat array, in the given shape. */
  static INDArray first(INDArray flat, long... dims) {
    return range(flat, 0, 0, Tensor.elements(dims)).reshape('c', dims);
  }

  /** A dense array as one dimension. */
  static INDArray flat(INDArray array) {
    // With a single number in place of an array, Java would take the 'c' for a dimension.
    return array.reshape('c', new long[] {array.length()});
  }

  /** {@code count} indices from {@code first}, {@code stride} apart. */
  static INDArrayIndex every(long first, long stride, long count) {
    // ND4J gets a strided interval of a single element wrong.
    return count == 1
        ? NDArrayIndex.interval(first, first + 1)
        : NDArrayIndex.interval(first, stride, first + stride * (count - 1) + 1);
  }

  /** The elements from {@code from} up to {@code to} of one dimension. */
  static INDArray range(INDArray array, int dimension, long from, long to) {
    if (from == 0 && to == array.size(dimension)) {
      return array;
    }
    // ND4J's get() forgets the rank of a view of a view with a single image.
    long[] dims = array.shape().clone();
    dims[dimension] = to - from;
    long offset = array.offset() + from * array.stride(dimension);
    return Nd4j.create(array.data(), dims, array.stride(), offset, array.ordering());
  }

  /**
   * The part of images from a row and a column on.
   *
   * @param like images of the part's height and width
   */
  static INDArray inside(INDArray images, long top, long left, INDArray like) {
    INDArray rows = range(images, 2, top, top + like.size(2));
    return range(rows, 3, left, left + like.size(3));
  }

  /** A batch as a matrix of one row an image. */
  static INDArray rows(INDArray array) {
    return reshaped(array, array.size(0), array.length() / array.size(0));
  }

  /**
   * The same elements in other dimensions.
   *
   * @throws RuntimeException if the array does not lie in memory so that a view can have them
   */
  static INDArray reshaped(INDArray array, long... dims) {
    return array.reshape('c', true, dims);
  }

  /** A {@code N x C x H x W} or {@code N x F} array as {@code N x C x pixels}; a vector has one. */
  static INDArray channels(INDArray array) {
    long batch = array.size(0);
    long channels = array.size(1);
    return reshaped(array, batch, channels, array.length() / batch / channels);
  }
}
