package dev.weft.runtime.testing;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A tensor that is one array in C order. */
public record ArrayTensor(INDArray array) implements Tensor {
  public static ArrayTensor zeros(DataType type, long... dims) {
    return new ArrayTensor(Nd4j.create(type, dims, 'c'));
  }

  public static Parameter parameter(String name, INDArray value) {
    return new Parameter(
        name, new ArrayTensor(value), zeros(value.dataType(), value.shape()), Arithmetic.ND4J);
  }

  @Override
  public long[] dims() {
    return array.shape();
  }

  @Override
  public Tensor channels(long from, long to) {
    throw new UnsupportedOperationException("no test of this package asks for it");
  }

  @Override
  public Tensor reshaped(long... dims) {
    throw new UnsupportedOperationException("no test of this package asks for it");
  }

  @Override
  public INDArray toArray() {
    return array.dup();
  }

  @Override
  public void assign(INDArray values) {
    array.assign(values);
  }

  @Override
  public INDArray storage() {
    return array.reshape(array.length());
  }
}
