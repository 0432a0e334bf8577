package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Products of matrices, one for each group of a convolution. */
final class GroupedProducts {
  private final int groups;
  private final Scratch scratch;

  GroupedProducts(int groups, Scratch scratch) {
    this.groups = groups;
    this.scratch = scratch;
  }

  /** A dense array of so many rows as a matrix a group, each with its share of the rows. */
  INDArray matrices(INDArray array, long rows) {
    long columns = array.length() / rows;
    return groups == 1
        ? array.reshape('c', rows, columns)
        : array.reshape('c', groups, rows / groups, columns);
  }

  /**
   * {@code sum = a b}, or {@code sum += a b} unless it is the first part, with {@code b} transposed
   * if asked; uses the third scratch memory.
   */
  void accumulate(INDArray sum, INDArray a, boolean transposeB, INDArray b, boolean first) {
    if (first) {
      Ops.matmul(a, false, b, transposeB, sum);
    } else {
      INDArray part = scratch.third(sum.shape());
      Ops.matmul(a, false, b, transposeB, part);
      sum.addi(part);
    }
  }
}
