package dev.weft.examples;

import dev.weft.runtime.nd4j.HostThreads;
import dev.weft.runtime.onednn.DnnlKernels;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The most floating-point operations a second that this machine does: those of its fastest product
 * of two large matrices, by oneDNN, or by ND4J where that does not load.
 */
final class MatrixMultiplyPeak {
  private static final int RUNS = 12;

  private MatrixMultiplyPeak() {}

  /**
   * Measures it, which takes about a second.
   *
   * @param type of the numbers, float or bfloat16; those in double are compared with float
   */
  static double measure(dev.weft.runtime.tensor.DataType type) {
    // A network by ND4J leaves this thread with one of OpenMP's.
    HostThreads.useAll();
    Runnable product =
        DnnlKernels.unavailable().isPresent() ? byNd4j() : new MatrixProduct(type)::run;
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      product.run();
      best = Math.min(best, System.nanoTime() - start);
    }
    return MatrixProduct.operations() / (best / 1e9);
  }

  private static Runnable byNd4j() {
    INDArray matrix = Nd4j.rand(DataType.FLOAT, MatrixProduct.SIZE, MatrixProduct.SIZE);
    INDArray product = matrix.ulike();
    return () -> matrix.mmuli(matrix, product);
  }
}
