package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.LayerNormOp;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Layer normalisation of a batch as a matrix of one row an image. */
final class Nd4jLayerNorm implements LayerNorm {
  private final Scratch scratch;
  private final RowNorm norm;
  private final Parameter weight;
  private final Parameter bias;

  Nd4jLayerNorm(String name, LayerNormOp op, ParameterFactory parameters, Scratch scratch) {
    this.scratch = scratch;
    norm = new RowNorm(op.epsilon(), scratch);
    weight = parameters.create(name, op.parameters().get(0));
    bias = parameters.create(name, op.parameters().get(1));
  }

  @Override
  public Parameter weight() {
    return weight;
  }

  @Override
  public Parameter bias() {
    return bias;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray output = row(y);
    norm.forward(row(x), output);
    Ops.multiply(output, values(weight.value()), output);
    Ops.add(output, values(bias.value()), output);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray gradient = row(gy);
    INDArray normal = scratch.first(gradient.shape());
    norm.forward(row(x), normal);
    INDArray product = scratch.second(gradient.shape());
    if (weight.isTrainable()) {
      Ops.multiply(gradient, normal, product);
      addUp(product, weight);
      addUp(gradient, bias);
    }
    if (gx != null) {
      Ops.multiply(gradient, values(weight.value()), product);
      norm.backward(normal, product, row(gx));
    }
  }

  private void addUp(INDArray rows, Parameter parameter) {
    INDArray sums = Views.rows(values(parameter.gradient()));
    Ops.matmul(scratch.ones(1, rows.size(0)), Views.rows(rows), sums);
  }

  /** {@code N x 1 x elements}. */
  private static INDArray row(Tensor images) {
    INDArray array = Nd4jTensor.array(images);
    return Views.reshaped(array, array.size(0), 1, array.length() / array.size(0));
  }

  /** {@code 1 x 1 x elements}. */
  private static INDArray values(Tensor parameter) {
    INDArray array = Nd4jTensor.array(parameter);
    return array.reshape('c', 1, 1, array.length());
  }
}
