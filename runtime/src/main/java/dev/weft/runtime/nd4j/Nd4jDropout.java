package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.DropoutOp;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.rng.Random;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout with a generator of its own, so that nothing else that draws numbers changes its masks.
 */
final class Nd4jDropout implements Dropout {
  private final double keep;
  private final Random random;

  Nd4jDropout(DropoutOp op, long seed) {
    keep = 1 - op.p();
    random = Nd4j.getRandomFactory().getNewRandomInstance(seed);
  }

  @Override
  public void forward(Tensor x, Tensor mask, Tensor y) {
    INDArray drawn = Nd4jTensor.array(mask);
    Ops.drawKept(drawn, keep, random);
    Ops.multiply(Nd4jTensor.array(x), drawn, Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor mask, Tensor gy, Tensor gx) {
    Ops.multiply(Nd4jTensor.array(gy), Nd4jTensor.array(mask), Nd4jTensor.array(gx));
  }
}
