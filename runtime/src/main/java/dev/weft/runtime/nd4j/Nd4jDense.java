package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.DenseOp;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dense layer as products of matrices. */
final class Nd4jDense implements Dense, Linear {
  private final String name;
  private final DenseOp op;
  private final Scratch scratch;
  private final Parameter weight;
  private final Parameter bias;

  Nd4jDense(String name, DenseOp op, ParameterFactory parameters, Scratch scratch) {
    this.name = name;
    this.op = op;
    this.scratch = scratch;
    weight = parameters.create(name, op.parameters().get(0));
    bias = op.bias() ? parameters.create(name, op.parameters().get(1)) : null;
  }

  @Override
  public Parameter weight() {
    return weight;
  }

  @Override
  public Parameter bias() {
    if (bias == null) {
      throw new IllegalStateException("the dense layer " + name + " has no bias");
    }
    return bias;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray output = Nd4jTensor.array(y);
    apply(Nd4jTensor.array(x), null, null, output);
    Linear.addBias(biasValues(), output);
  }

  @Override
  public long channels() {
    return op.outputs();
  }

  @Override
  public INDArray biasValues() {
    return bias == null ? null : Nd4jTensor.array(bias.value());
  }

  @Override
  public void apply(INDArray x, INDArray scale, INDArray addend, INDArray y) {
    INDArray weights = Nd4jTensor.array(weight.value());
    INDArray scaled = scale == null ? weights : scratch.scaledRows(weights, scale);
    INDArray product = addend == null ? y : scratch.first(y.shape());
    Ops.matmul(rows(x), false, scaled, true, product);
    if (addend != null) {
      Ops.add(addend, product, y);
    }
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray gradient = Nd4jTensor.array(gy);
    Ops.matmul(
        gradient, true, rows(Nd4jTensor.array(x)), false, Nd4jTensor.array(weight.gradient()));
    if (bias != null) {
      INDArray sums = Nd4jTensor.array(bias.gradient()).reshape('c', 1, op.outputs());
      Ops.matmul(scratch.ones(1, gradient.size(0)), gradient, sums);
    }
    if (gx != null) {
      backward(gy, gx);
    }
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray weights = Nd4jTensor.array(weight.value());
    Ops.matmul(Nd4jTensor.array(gy), weights, rows(Nd4jTensor.array(gx)));
  }

  private INDArray rows(INDArray images) {
    return Views.reshaped(images, images.size(0), op.inputs());
  }
}
