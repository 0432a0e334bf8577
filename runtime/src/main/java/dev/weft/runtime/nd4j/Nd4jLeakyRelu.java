package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.LeakyReLU;
import org.nd4j.linalg.factory.Nd4j;

/** {@code x} where it is positive, else {@code slope x}; the slope keeps the sign. */
final class Nd4jLeakyRelu implements Elementwise {
  private final double slope;
  private final Scratch scratch;

  Nd4jLeakyRelu(LeakyReluOp op, Scratch scratch) {
    slope = op.slope();
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4j.exec(new LeakyReLU(Nd4jTensor.array(x), Nd4jTensor.array(y), slope));
  }

  @Override
  public void backward(Tensor y, Tensor gy, Tensor gx) {
    INDArray output = Nd4jTensor.array(y);
    INDArray derivative = scratch.first(output.shape());
    // ND4J's own gradient takes a zero for positive, PyTorch's does not.
    Ops.isPositive(output, derivative);
    derivative.muli(1 - slope).addi(slope);
    Ops.multiply(Nd4jTensor.array(gy), derivative, Nd4jTensor.array(gx));
  }
}
