package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@code x min(max(0, x + 3), 6) / 6}; its derivative is 0 below -3, {@code (2 x + 3) / 6} up to 3,
 * and 1 above.
 */
final class Nd4jHardSwish implements Elementwise {
  private final Scratch scratch;

  Nd4jHardSwish(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray input = Nd4jTensor.array(x);
    INDArray output = Nd4jTensor.array(y);
    Ops.multiply(input, sixGates(input), output);
    output.divi(6);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray input = Nd4jTensor.array(x);
    INDArray derivative = sixGates(input);
    INDArray slope = scratch.second(input.shape());
    Transforms.abs(slope.assign(input), false).rsubi(3);
    Ops.isPositive(slope, slope);
    derivative.addi(slope.muli(input)).divi(6);
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }

  private INDArray sixGates(INDArray input) {
    INDArray gates = scratch.first(input.shape());
    Ops.clip(gates.assign(input).addi(3), 0, 6, gates);
    return gates;
  }
}
