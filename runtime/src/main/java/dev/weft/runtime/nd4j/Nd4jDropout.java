package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Dropout with a generator of its own, so that nothing else that draws numbers changes its masks.
 */
final class Nd4jDropout implements Dropout {
  private final Masks masks;

  Nd4jDropout(Masks masks) {
    this.masks = masks;
  }

  @Override
  public void forward(Tensor x, Tensor mask, Tensor y) {
    INDArray drawn = Nd4jTensor.array(mask);
    masks.draw(drawn);
    Ops.multiply(Nd4jTensor.array(x), drawn, Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor mask, Tensor gy, Tensor gx) {
    Ops.multiply(Nd4jTensor.array(gy), Nd4jTensor.array(mask), Nd4jTensor.array(gx));
  }
}
