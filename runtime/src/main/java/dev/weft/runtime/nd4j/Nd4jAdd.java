package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Add;
import dev.weft.runtime.tensor.Tensor;

/** The sum of two tensors. */
final class Nd4jAdd implements Add {
  @Override
  public void forward(Tensor a, Tensor b, Tensor y) {
    Ops.add(Nd4jTensor.array(a), Nd4jTensor.array(b), Nd4jTensor.array(y));
  }
}
