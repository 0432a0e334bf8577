package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/** The hyperbolic tangent; its derivative is {@code 1 - y y}. */
final class Nd4jTanh implements Elementwise {
  private final Scratch scratch;

  Nd4jTanh(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4j.exec(new Tanh(Nd4jTensor.array(x), Nd4jTensor.array(y)));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    INDArray output = Nd4jTensor.array(y);
    INDArray derivative = scratch.first(output.shape());
    Ops.multiply(output, output, derivative);
    derivative.rsubi(1);
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }
}
