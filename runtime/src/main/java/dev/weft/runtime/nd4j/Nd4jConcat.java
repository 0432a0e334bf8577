package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies into slices of the channels. */
final class Nd4jConcat implements Concat {
  @Override
  public void forward(Tensor y, Tensor... inputs) {
    long from = 0;
    for (Tensor input : inputs) {
      INDArray array = Nd4jTensor.array(input);
      long to = from + array.size(1);
      Views.range(Nd4jTensor.array(y), 1, from, to).assign(array);
      from = to;
    }
  }
}
