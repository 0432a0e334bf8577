package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A flat array of which tensors are views. */
final class Nd4jBuffer implements Buffer {
  private final INDArray elements;

  Nd4jBuffer(INDArray elements) {
    this.elements = elements;
  }

  @Override
  public Tensor view(long... dims) {
    Buffer.requireRoom(elements.length(), dims);
    return new Nd4jTensor(Views.first(elements, dims));
  }
}
