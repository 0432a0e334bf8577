package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.factory.Nd4j;

/** {@code max(0, x)}. */
final class Nd4jRelu implements Elementwise {
  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4j.exec(new RectifiedLinear(Nd4jTensor.array(x), Nd4jTensor.array(y), 0));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    // The output is positive exactly where the input is, so it serves in the input's place.
    Ops.exec("relu_bp", Nd4jTensor.array(gx), Nd4jTensor.array(y), Nd4jTensor.array(gy));
  }
}
