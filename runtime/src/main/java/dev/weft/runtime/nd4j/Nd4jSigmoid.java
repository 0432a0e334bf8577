package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/** {@code 1 / (1 + exp(-x))}; its derivative is {@code y (1 - y)}. */
final class Nd4jSigmoid implements Elementwise {
  private final Scratch scratch;

  Nd4jSigmoid(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4j.exec(new Sigmoid(Nd4jTensor.array(x), Nd4jTensor.array(y)));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    INDArray output = Nd4jTensor.array(y);
    INDArray derivative = scratch.first(output.shape());
    derivative.assign(output).rsubi(1);
    Ops.multiply(derivative, output, derivative);
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }
}
