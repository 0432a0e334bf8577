package dev.weft.runtime.nd4j;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Rows of matrices brought to mean 0 and variance 1, and the gradient of that. Means are products
 * with ones, as in {@link ChannelSums}. Nothing is kept from a forward pass to its backward pass,
 * between which a prediction may run: that computes the rows again.
 */
final class RowNorm {
  private final double epsilon;
  private final Scratch scratch;
  private INDArray mean;
  private INDArray inverseDeviation;
  private INDArray product;

  RowNorm(double epsilon, Scratch scratch) {
    this.epsilon = epsilon;
    this.scratch = scratch;
    allocate(1, 1);
  }

  private void allocate(long matrices, long rows) {
    mean = scratch.memory(matrices * rows).reshape('c', matrices, rows, 1);
    inverseDeviation = scratch.memory(matrices * rows).reshape('c', matrices, rows, 1);
    product = scratch.memory(matrices * rows).reshape('c', matrices, rows, 1);
  }

  /**
   * Computes {@code (x - mean) / sqrt(var + epsilon)}; uses the third scratch memory.
   *
   * @param x {@code matrices x rows x columns}
   * @param normal receives it; may be {@code x}
   */
  void forward(INDArray x, INDArray normal) {
    if (mean.size(0) != x.size(0) || mean.size(1) != x.size(1)) {
      allocate(x.size(0), x.size(1));
    }
    means(x, mean);
    Ops.subtract(x, mean, normal);
    INDArray squares = scratch.third(x.shape());
    Ops.multiply(normal, normal, squares);
    means(squares, inverseDeviation);
    Transforms.sqrt(inverseDeviation.addi(epsilon), false).rdivi(1);
    Ops.multiply(normal, inverseDeviation, normal);
  }

  /**
   * Computes the gradient of {@code x}: with {@code g} that of {@code normal}, {@code (g - mean(g)
   * - normal mean(g normal)) / sqrt(var + epsilon)}; uses the third scratch memory.
   *
   * @param normal what {@link #forward} just computed, which is overwritten
   * @param g the gradient by them
   * @param gx receives the gradient by {@code x}; may be {@code g}
   */
  void backward(INDArray normal, INDArray g, INDArray gx) {
    INDArray products = scratch.third(g.shape());
    Ops.multiply(g, normal, products);
    means(products, product);
    Ops.multiply(normal, product, normal);
    means(g, product);
    Ops.subtract(g, product, gx);
    Ops.subtract(gx, normal, gx);
    Ops.multiply(gx, inverseDeviation, gx);
  }

  private void means(INDArray rows, INDArray means) {
    Ops.matmul(rows, scratch.ones(rows.size(0), rows.size(2), 1), means);
    means.divi(rows.size(2));
  }
}
