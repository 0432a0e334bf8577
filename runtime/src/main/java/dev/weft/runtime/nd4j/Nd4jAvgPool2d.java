package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Average pooling. */
final class Nd4jAvgPool2d implements AvgPool2d {
  private final Pooling pooling;

  Nd4jAvgPool2d(AvgPoolOp op) {
    pooling = new Pooling("avgpool2d", op.window(), 1);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    pooling.forward(Nd4jTensor.array(x), Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    // ND4J asks for the input as well, of which an average uses only the shape.
    INDArray gradient = Nd4jTensor.array(gx);
    pooling.backward(gradient, Nd4jTensor.array(gy), gradient);
  }
}
