package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense array in C order. */
final class Nd4jTensor implements Tensor {
  private final INDArray array;

  /** Wraps an array, which must be dense and in C order. */
  Nd4jTensor(INDArray array) {
    this.array = array;
  }

  /** The array behind a tensor of these kernels. */
  static INDArray array(Tensor tensor) {
    return ((Nd4jTensor) tensor).array;
  }

  @Override
  public long[] dims() {
    return array.shape().clone();
  }

  @Override
  public INDArray toArray() {
    return array.dup('c');
  }

  @Override
  public void assign(INDArray source) {
    if (!Arrays.equals(source.shape(), array.shape())) {
      throw new IllegalArgumentException(
          "the tensor has the shape "
              + Arrays.toString(array.shape())
              + ", but the array has "
              + Arrays.toString(source.shape()));
    }
    array.assign(source.castTo(array.dataType()));
  }

  @Override
  public INDArray storage() {
    return Views.flat(array);
  }

  @Override
  public String toString() {
    return array.dataType() + " " + Arrays.toString(array.shape());
  }
}
