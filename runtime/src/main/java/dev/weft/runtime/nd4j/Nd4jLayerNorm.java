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
    INDArray output = Views.rows(Nd4jTensor.array(y));
    norm.forward(Views.rows(Nd4jTensor.array(x)), output);
    Ops.multiply(output, row(weight.value()), output);
    Ops.add(output, row(bias.value()), output);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray gradient = Views.rows(Nd4jTensor.array(gy));
    INDArray normal = scratch.first(gradient.shape());
    norm.forward(Views.rows(Nd4jTensor.array(x)), normal);
    INDArray product = scratch.second(gradient.shape());
    Ops.multiply(gradient, normal, product);
    addUp(product, weight);
    addUp(gradient, bias);
    if (gx != null) {
      Ops.multiply(gradient, row(weight.value()), product);
      norm.backward(normal, product, Views.rows(Nd4jTensor.array(gx)));
    }
  }

  private void addUp(INDArray rows, Parameter parameter) {
    Ops.matmul(scratch.ones(1, rows.size(0)), rows, row(parameter.gradient()));
  }

  private static INDArray row(Tensor values) {
    INDArray array = Nd4jTensor.array(values);
    return array.reshape('c', 1, array.length());
  }
}
