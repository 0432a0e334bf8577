package dev.weft.runtime.weights;

import dev.weft.runtime.layer.Arithmetic;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A tensor that does whatever a test needs when it is read or written. */
final class FakeTensor implements Tensor {
  private final long[] dims;
  private final Supplier<INDArray> read;
  private final Consumer<INDArray> write;

  private FakeTensor(Supplier<INDArray> read, Consumer<INDArray> write, long... dims) {
    this.dims = dims;
    this.read = read;
    this.write = write;
  }

  static Parameter read(String name, Supplier<INDArray> read, long... dims) {
    return new Parameter(name, new FakeTensor(read, array -> {}, dims), null, Arithmetic.ND4J);
  }

  static Parameter written(String name, Consumer<INDArray> write, long... dims) {
    return new Parameter(name, new FakeTensor(() -> null, write, dims), null, Arithmetic.ND4J);
  }

  @Override
  public long[] dims() {
    return dims.clone();
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
    return read.get();
  }

  @Override
  public void assign(INDArray array) {
    write.accept(array);
  }

  @Override
  public INDArray storage() {
    throw new UnsupportedOperationException("neither saving nor loading has to know the order");
  }
}
