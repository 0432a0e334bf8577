package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An array in C order, of which each image lies dense, the next one perhaps farther on. */
final class Nd4jTensor implements Tensor {
  private final INDArray array;
  private final Runnable onChange;

  /** Made when it is first asked for, as an optimiser does at each step. */
  private INDArray flat;

  /** Wraps an array, of which each image must be dense and in C order. */
  Nd4jTensor(INDArray array) {
    this(array, () -> {});
  }

  /**
   * The same.
   *
   * @param onChange called whenever values are set, or handed out to be changed
   */
  Nd4jTensor(INDArray array, Runnable onChange) {
    this.array = array;
    this.onChange = onChange;
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
  public Tensor channels(long from, long to) {
    return new Nd4jTensor(Views.range(array, 1, from, to));
  }

  @Override
  public Tensor reshaped(long... dims) {
    return new Nd4jTensor(Views.reshaped(array, dims));
  }

  @Override
  public INDArray toArray() {
    return array.dup('c');
  }

  @Override
  public void assign(INDArray source) {
    Tensor.requireShape(array.shape(), source);
    onChange.run();
    array.assign(source.castTo(array.dataType()));
  }

  @Override
  public INDArray storage() {
    onChange.run();
    if (flat == null) {
      flat = Views.flat(array);
    }
    return flat;
  }

  @Override
  public String toString() {
    return array.dataType() + " " + Arrays.toString(array.shape());
  }
}
