package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.reduce.same.Sum;
import org.nd4j.linalg.factory.Nd4j;

/** The softmax over dimension 1; its gradient is {@code y (gy - sum(gy y))}. */
final class Nd4jSoftmax implements Softmax {
  private static final int[] OVER_CHANNELS = {1};

  private final Scratch scratch;

  Nd4jSoftmax(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Ops.exec("softmax", OVER_CHANNELS, Nd4jTensor.array(y), Nd4jTensor.array(x));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    INDArray output = Views.channels(Nd4jTensor.array(y));
    INDArray gradient = Views.channels(Nd4jTensor.array(gy));
    INDArray inputGradient = Views.channels(Nd4jTensor.array(gx));
    INDArray product = scratch.first(output.shape());
    INDArray sums = scratch.second(output.size(0), 1, output.size(2));
    Ops.multiply(gradient, output, product);
    Nd4j.exec(new Sum(product, sums, true, OVER_CHANNELS));
    Ops.subtract(gradient, sums, inputGradient);
    Ops.multiply(inputGradient, output, inputGradient);
  }
}
