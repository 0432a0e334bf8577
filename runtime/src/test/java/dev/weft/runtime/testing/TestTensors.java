package dev.weft.runtime.testing;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Tensors with memory of their own. */
public final class TestTensors {
  private TestTensors() {}

  /** A tensor of zeros. */
  public static Tensor zeros(Kernels kernels, long... dims) {
    return kernels.buffer(Tensor.elements(dims)).view(dims);
  }

  /** A tensor with the numbers of an array, rounded to the type of the kernels. */
  public static Tensor of(Kernels kernels, INDArray values) {
    Tensor tensor = zeros(kernels, values.shape());
    tensor.assign(values);
    return tensor;
  }
}
