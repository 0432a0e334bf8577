package dev.weft.examples;

import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The most floating-point operations a second that this machine does: those of its fastest product
 * of two large matrices, by oneDNN or by ND4J.
 */
final class MatrixMultiplyPeak {
  private static final int SIZE = 2048;
  private static final int RUNS = 12;

  private MatrixMultiplyPeak() {}

  /** Measures it, which takes about a second. */
  static double measure() {
    double nd4j = measure(new Nd4jKernels(DataType.FLOAT, 1));
    return DnnlKernels.unavailable().isPresent()
        ? nd4j
        : Math.max(nd4j, measure(new DnnlKernels(1)));
  }

  private static double measure(Kernels kernels) {
    kernels.attachThread();
    Dense product = kernels.dense("product", DenseOp.of(SIZE, SIZE).noBias());
    Tensor x = kernels.buffer((long) SIZE * SIZE).view(SIZE, SIZE);
    Tensor y = kernels.buffer((long) SIZE * SIZE).view(SIZE, SIZE);
    x.assign(Nd4j.rand(org.nd4j.linalg.api.buffer.DataType.FLOAT, SIZE, SIZE));
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      product.forward(x, y);
      best = Math.min(best, System.nanoTime() - start);
    }
    return 2.0 * SIZE * SIZE * SIZE / (best / 1e9);
  }
}
