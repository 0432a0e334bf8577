package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.DropPathOp;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/** Stochastic depth with a generator of its own, as {@link Nd4jDropout}. */
final class Nd4jDropPath implements DropPath {
  private final double keep;
  private final Random random;

  Nd4jDropPath(DropPathOp op, long seed) {
    keep = 1 - op.p();
    random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
  }

  @Override
  public void forward(Tensor x, Tensor mask, Tensor y) {
    Ops.drawKept(Nd4jTensor.array(mask), keep, random);
    Ops.multiply(rows(x), Nd4jTensor.array(mask), rows(y));
  }

  @Override
  public void backward(Tensor mask, Tensor gy, Tensor gx) {
    Ops.multiply(rows(gy), Nd4jTensor.array(mask), rows(gx));
  }

  private static INDArray rows(Tensor tensor) {
    return Views.rows(Nd4jTensor.array(tensor));
  }
}
