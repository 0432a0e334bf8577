package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erfc;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * {@code x P(x)} with the normal distribution's cumulative function {@code P}; its derivative is
 * {@code P(x) + x p(x)} with the density {@code p}.
 */
final class Nd4jGelu implements Elementwise {
  private final Scratch scratch;

  Nd4jGelu(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray input = Nd4jTensor.array(x);
    Ops.multiply(input, cumulative(input), Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray input = Nd4jTensor.array(x);
    INDArray derivative = cumulative(input);
    INDArray density = scratch.second(input.shape());
    Ops.multiply(input, input, density);
    Transforms.exp(density.muli(-0.5), false).muli(1 / Math.sqrt(2 * Math.PI));
    derivative.addi(density.muli(input));
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }

  /** {@code erfc(-x / sqrt(2)) / 2}, which keeps its digits where it is small. */
  private INDArray cumulative(INDArray input) {
    INDArray cumulative = scratch.first(input.shape());
    cumulative.assign(input).muli(-Math.sqrt(0.5));
    Nd4j.exec(new Erfc(cumulative, cumulative));
    return cumulative.muli(0.5);
  }
}
