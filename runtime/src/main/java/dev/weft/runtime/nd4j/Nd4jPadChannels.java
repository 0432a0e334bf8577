package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies to and from the channels between the zeros. */
final class Nd4jPadChannels implements PadChannels {
  private final PadChannelsOp op;

  Nd4jPadChannels(PadChannelsOp op) {
    this.op = op;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4jTensor.array(y).assign(0);
    middle(y).assign(Nd4jTensor.array(x));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    Nd4jTensor.array(gx).assign(middle(gy));
  }

  private INDArray middle(Tensor padded) {
    INDArray array = Nd4jTensor.array(padded);
    return Views.range(array, 1, op.before(), array.size(1) - op.after());
  }
}
