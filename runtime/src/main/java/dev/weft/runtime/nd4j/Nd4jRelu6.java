package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code min(max(0, x), 6)}; its derivative is 1 where the output is between 0 and 6, else 0. */
final class Nd4jRelu6 implements Elementwise {
  private final Scratch scratch;

  Nd4jRelu6(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Ops.clip(Nd4jTensor.array(x), 0, 6, Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    INDArray output = Nd4jTensor.array(y);
    INDArray above = scratch.first(output.shape());
    INDArray below = scratch.second(output.shape());
    Ops.isPositive(output, above);
    Ops.isPositive(below.assign(output).rsubi(6), below);
    above.muli(below);
    Ops.multiply(Nd4jTensor.array(gy), above, Nd4jTensor.array(gx));
  }
}
