package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stochastic depth with a generator of its own, as {@link Nd4jDropout}. */
final class Nd4jDropPath implements DropPath {
  private final Masks masks;

  Nd4jDropPath(Masks masks) {
    this.masks = masks;
  }

  @Override
  public void forward(Tensor x, Tensor mask, Tensor y) {
    masks.draw(Nd4jTensor.array(mask));
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
