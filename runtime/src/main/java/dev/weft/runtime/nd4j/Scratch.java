package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory for intermediate values, shared by all layers of a network: it grows to what the largest
 * layer asks for, and its contents last until the next layer runs.
 */
final class Scratch {
  private final DataType type;
  private INDArray first;
  private INDArray second;
  private INDArray third;
  private INDArray fourth;
  private INDArray ones;

  Scratch(DataType type) {
    this.type = type;
    first = memory(1);
    second = memory(1);
    third = memory(1);
    fourth = memory(1);
    ones = memory(1).assign(1);
  }

  /** New memory outside any of ND4J's workspaces, with whatever it happens to hold. */
  INDArray memory(long elements) {
    return Nd4j.createUninitializedDetached(type, elements);
  }

  /** An array that holds whatever was left there. */
  INDArray first(long... dims) {
    first = grown(first, dims);
    return Views.first(first, dims);
  }

  /** Another such array. */
  INDArray second(long... dims) {
    second = grown(second, dims);
    return Views.first(second, dims);
  }

  /** And another. */
  INDArray third(long... dims) {
    third = grown(third, dims);
    return Views.first(third, dims);
  }

  /** And one for what is small. */
  INDArray fourth(long... dims) {
    fourth = grown(fourth, dims);
    return Views.first(fourth, dims);
  }

  /** An array of ones, only to be read. */
  INDArray ones(long... dims) {
    INDArray large = grown(ones, dims);
    if (large != ones) {
      ones = large.assign(1);
    }
    return Views.first(ones, dims);
  }

  /** The rows of a dense array, each times its factor, in the third memory. */
  INDArray scaledRows(INDArray array, INDArray factors) {
    INDArray scaled = third(array.shape());
    long rows = factors.length();
    Ops.multiply(Views.rows(array), factors.reshape('c', rows, 1), Views.rows(scaled));
    return scaled;
  }

  private INDArray grown(INDArray memory, long... dims) {
    long elements = Tensor.elements(dims);
    return elements <= memory.length() ? memory : memory(elements);
  }
}
