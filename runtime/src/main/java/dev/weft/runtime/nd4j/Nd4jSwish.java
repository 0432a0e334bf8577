package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.factory.Nd4j;

/** {@code x s} with {@code s = 1 / (1 + exp(-x))}; its derivative is {@code s (1 + x (1 - s))}. */
final class Nd4jSwish implements Elementwise {
  private final Scratch scratch;

  Nd4jSwish(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray input = Nd4jTensor.array(x);
    Ops.multiply(input, sigmoid(input), Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray input = Nd4jTensor.array(x);
    INDArray sigmoid = sigmoid(input);
    INDArray derivative = scratch.second(input.shape());
    derivative.assign(sigmoid).rsubi(1).muli(input).addi(1).muli(sigmoid);
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }

  private INDArray sigmoid(INDArray input) {
    INDArray sigmoid = scratch.first(input.shape());
    Nd4j.exec(new Sigmoid(input, sigmoid));
    return sigmoid;
  }
}
