package dev.weft.runtime.tensor;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A value in the memory of one kind of kernels, in whatever order those keep it: a batch of
 * activations or a parameter. Only its own kernels look inside.
 */
public interface Tensor {
  /** The logical dimensions: batch, channels, height, width; or those of a parameter. */
  long[] dims();

  /** The number of elements of a tensor of such dimensions. */
  static long elements(long... dims) {
    long elements = 1;
    for (long dim : dims) {
      elements = Math.multiplyExact(elements, dim);
    }
    return elements;
  }

  /**
   * Checks that an array can be copied into a tensor.
   *
   * @param dims the tensor's dimensions
   * @throws IllegalArgumentException if the array's differ; the message names both
   */
  static void requireShape(long[] dims, INDArray array) {
    if (!Arrays.equals(array.shape(), dims)) {
      throw new IllegalArgumentException(
          "the tensor has the shape "
              + Arrays.toString(dims)
              + ", but the array has "
              + Arrays.toString(array.shape()));
    }
  }

  /**
   * The channels from {@code from} up to {@code to} of each image, or features of each vector; the
   * memory is shared.
   *
   * <pre>{@code
   * Tensor joined = buffer.view(batch, 6, 8, 8);
   * Tensor first = joined.channels(0, 4);         // batch x 4 x 8 x 8
   * }</pre>
   */
  Tensor channels(long from, long to);

  /** The same elements of each image in other dimensions, of which the first stays the batch. */
  Tensor reshaped(long... dims);

  /** A copy in the logical order, as the user reads it. */
  INDArray toArray();

  /**
   * Copies an array of the same logical dimensions into this tensor.
   *
   * @throws IllegalArgumentException if the dimensions differ; the message names both
   */
  void assign(INDArray array);

  /**
   * The elements themselves, flat, in the order of storage; changes write through. Two tensors of
   * equal dimensions that belong to one parameter store their elements in the same order, so that
   * an optimiser can work on them element by element.
   *
   * <p>To be asked for anew before each change: kernels may keep a parameter in other layouts as
   * well, and know by this that those are out of date.
   */
  INDArray storage();
}
