package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Buffer;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A flat array of which tensors are views. */
final class Nd4jBuffer implements Buffer {
  private final INDArray elements;

  Nd4jBuffer(INDArray elements) {
    this.elements = elements;
  }

  @Override
  public Tensor view(long... dims) {
    long length = Tensor.elements(dims);
    if (length > elements.length()) {
      throw new IllegalArgumentException(
          "a view of the shape "
              + Arrays.toString(dims)
              + " needs "
              + length
              + " elements, but the buffer has "
              + elements.length());
    }
    return new Nd4jTensor(Views.first(elements, dims));
  }
}
