package dev.weft.runtime.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums over flat arrays, such as an optimiser makes of parameters, gradients and its own state, as
 * fast as a parameter's kernels can.
 *
 * <pre>{@code
 * arithmetic.sum(velocity, 0.9, 1, gradient, 5e-4, weight);   // v = 0.9 v + g + 5e-4 w
 * }</pre>
 */
public interface Arithmetic {
  /** By ND4J's operations, one for each part of the sum. */
  Arithmetic ND4J =
      (y, own, a, x, b, z) -> {
        if (own != 1) {
          y.muli(own);
        }
        Nd4j.getExecutioner().exec(new Axpy(x, y, y, a));
        if (z != null) {
          Nd4j.getExecutioner().exec(new Axpy(z, y, y, b));
        }
      };

  /**
   * Computes {@code y = own y + a x + b z} element by element.
   *
   * @param x as long as {@code y}
   * @param z as long as {@code y}, or null if nothing else is added
   */
  void sum(INDArray y, double own, double a, INDArray x, double b, INDArray z);
}
