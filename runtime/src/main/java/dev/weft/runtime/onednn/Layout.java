package dev.weft.runtime.onednn;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.memory;

/**
 * Where the elements of a tensor lie: element {@code (i, j, ...)} at {@code offset + i strides[0] +
 * j strides[1] + ...}.
 */
final class Layout {
  private final long[] dims;
  private final long[] strides;
  private final long offset;

  Layout(long[] dims, long[] strides, long offset) {
    this.dims = dims.clone();
    this.strides = strides.clone();
    this.offset = offset;
  }

  /** In the order of the dimensions, as parameters lie. */
  static Layout plain(long... dims) {
    long[] strides = new long[dims.length];
    long step = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= dims[i];
    }
    return new Layout(dims, strides, 0);
  }

  /** With the channels of a pixel beside each other, as activations lie. */
  static Layout channelsLast(long... dims) {
    if (dims.length != 4) {
      return plain(dims);
    }
    long pixel = dims[1];
    long row = dims[3] * pixel;
    return new Layout(dims, new long[] {dims[2] * row, 1, row, pixel}, 0);
  }

  long[] dims() {
    return dims.clone();
  }

  int rank() {
    return dims.length;
  }

  long dim(int index) {
    return dims[index];
  }

  long stride(int index) {
    return strides[index];
  }

  long offset() {
    return offset;
  }

  /** The elements from {@code from} up to {@code to} of one dimension. */
  Layout range(int dimension, long from, long to) {
    long[] some = dims.clone();
    some[dimension] = to - from;
    return new Layout(some, strides, offset + from * strides[dimension]);
  }

  /** Every {@code step}th element of one dimension, from the first. */
  Layout every(int dimension, long step) {
    long[] some = dims.clone();
    long[] farther = strides.clone();
    some[dimension] = (dims[dimension] + step - 1) / step;
    farther[dimension] *= step;
    return new Layout(some, farther, offset);
  }

  /** One dimension as two, of which the second runs faster. */
  Layout split(int dimension, long inner) {
    long[] more = new long[dims.length + 1];
    long[] steps = new long[dims.length + 1];
    System.arraycopy(dims, 0, more, 0, dimension);
    System.arraycopy(strides, 0, steps, 0, dimension);
    more[dimension] = dims[dimension] / inner;
    more[dimension + 1] = inner;
    steps[dimension] = strides[dimension] * inner;
    steps[dimension + 1] = strides[dimension];
    System.arraycopy(dims, dimension + 1, more, dimension + 2, dims.length - dimension - 1);
    System.arraycopy(strides, dimension + 1, steps, dimension + 2, dims.length - dimension - 1);
    return new Layout(more, steps, offset);
  }

  /** The dimensions in another order. */
  Layout permuted(int... order) {
    long[] other = new long[order.length];
    long[] steps = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      other[i] = dims[order[i]];
      steps[i] = strides[order[i]];
    }
    return new Layout(other, steps, offset);
  }

  /**
   * The same elements, in the same order, by other dimensions of which the first stays; empty if
   * they do not lie at equal distances by those.
   */
  Optional<Layout> viewed(long... other) {
    if (Arrays.equals(dims, other)) {
      return Optional.of(this);
    }
    if (dims.length == 2) {
      Layout within = plain(other);
      long[] steps = within.strides.clone();
      for (int i = 1; i < steps.length; i++) {
        steps[i] *= strides[1];
      }
      steps[0] = strides[0];
      return Optional.of(new Layout(other, steps, offset));
    }
    if (other.length == 2 && dims[2] * dims[3] == 1) {
      return Optional.of(new Layout(other, new long[] {strides[0], strides[1]}, offset));
    }
    return Optional.empty();
  }

  /** Without dimensions of one element, as oneDNN may take their strides for a mistake. */
  Layout squeezed() {
    int[] kept = IntStream.range(1, dims.length).filter(i -> dims[i] > 1).toArray();
    int[] order = new int[kept.length + 1];
    System.arraycopy(kept, 0, order, 1, kept.length);
    return permuted(order);
  }

  /** Whether no other elements lie between these, with channels last. */
  boolean isDense() {
    Layout dense = channelsLast(dims);
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] > 1 && strides[i] != dense.strides[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether the elements of both lie in the same order at the same distances. */
  boolean isLike(Layout other) {
    return Arrays.equals(dims, other.dims) && Arrays.equals(strides, other.strides);
  }

  /** As oneDNN describes it for numbers of a type, without the offset. */
  memory.desc desc(memory.data_type type) {
    return new memory.desc(dims, type, strides);
  }

  @Override
  public String toString() {
    return Arrays.toString(dims) + " by " + Arrays.toString(strides) + " from " + offset;
  }
}
