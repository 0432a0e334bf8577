package dev.weft.runtime.tensor;

import java.util.Arrays;

/** A piece of memory that a plan uses for different tensors at different times. */
public interface Buffer {
  /** The first elements of this buffer as a tensor; tensors of one buffer share memory. */
  Tensor view(long... dims);

  /**
   * Checks that a buffer has room for a tensor.
   *
   * @param elements how many elements the buffer has
   * @throws IllegalArgumentException if it has not; the message names both numbers
   */
  static void requireRoom(long elements, long... dims) {
    long needed = Tensor.elements(dims);
    if (needed > elements) {
      throw new IllegalArgumentException(
          "a view of the shape "
              + Arrays.toString(dims)
              + " needs "
              + needed
              + " elements, but the buffer has "
              + elements);
    }
  }
}
