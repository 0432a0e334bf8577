package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.PadOp;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies to and from the pixels between the zeros. */
final class Nd4jPad implements Pad {
  private final PadOp op;

  Nd4jPad(PadOp op) {
    this.op = op;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4jTensor.array(y).assign(0);
    inside(y, x).assign(Nd4jTensor.array(x));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    Nd4jTensor.array(gx).assign(inside(gy, gx));
  }

  private INDArray inside(Tensor large, Tensor small) {
    return Views.inside(
        Nd4jTensor.array(large), op.sides().top(), op.sides().left(), Nd4jTensor.array(small));
  }
}
