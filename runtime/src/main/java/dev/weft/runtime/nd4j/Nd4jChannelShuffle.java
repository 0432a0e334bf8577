package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between {@code N x groups x C/groups x pixels} and the same with channels first. */
final class Nd4jChannelShuffle implements ChannelShuffle {
  private final int groups;

  Nd4jChannelShuffle(ChannelShuffleOp op) {
    groups = op.groups();
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    dealt(y).assign(grouped(x));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    grouped(gx).assign(dealt(gy));
  }

  /** In the order of the output. */
  private INDArray grouped(Tensor tensor) {
    INDArray array = Views.channels(Nd4jTensor.array(tensor));
    return Views.reshaped(array, array.size(0), groups, array.size(1) / groups, array.size(2))
        .permute(0, 2, 1, 3);
  }

  private INDArray dealt(Tensor tensor) {
    INDArray array = Views.channels(Nd4jTensor.array(tensor));
    return Views.reshaped(array, array.size(0), array.size(1) / groups, groups, array.size(2));
  }
}
