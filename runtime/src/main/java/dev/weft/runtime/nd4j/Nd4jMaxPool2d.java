package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.tensor.Tensor;

/** Max pooling. */
final class Nd4jMaxPool2d implements MaxPool2d {
  private final Pooling pooling;

  Nd4jMaxPool2d(MaxPoolOp op, Scratch scratch) {
    pooling = new Pooling("maxpool2d", op.window(), 0, Double.NEGATIVE_INFINITY, scratch);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    pooling.forward(Nd4jTensor.array(x), Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    pooling.backward(Nd4jTensor.array(x), Nd4jTensor.array(gy), Nd4jTensor.array(gx));
  }
}
