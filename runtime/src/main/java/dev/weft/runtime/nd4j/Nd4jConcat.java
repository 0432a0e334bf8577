package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between slices of the channels. */
final class Nd4jConcat implements Concat {
  /** Of each input of the forward pass: a gradient that nobody asked for cannot tell. */
  private long[] channels;

  @Override
  public void forward(Tensor y, Tensor... inputs) {
    channels = new long[inputs.length];
    long from = 0;
    for (int i = 0; i < inputs.length; i++) {
      INDArray array = Nd4jTensor.array(inputs[i]);
      channels[i] = array.size(1);
      Views.range(Nd4jTensor.array(y), 1, from, from + channels[i]).assign(array);
      from += channels[i];
    }
  }

  @Override
  public void backward(Tensor gy, Tensor... inputGradients) {
    long from = 0;
    for (int i = 0; i < inputGradients.length; i++) {
      long to = from + channels[i];
      if (inputGradients[i] != null) {
        INDArray array = Nd4jTensor.array(inputGradients[i]);
        array.assign(Views.range(Nd4jTensor.array(gy), 1, from, to));
      }
      from = to;
    }
  }
}
