package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Group normalisation of a batch as a matrix of one row a group. */
final class Nd4jGroupNorm implements GroupNorm {
  private final String name;
  private final GroupNormOp op;
  private final Scratch scratch;
  private final ChannelSums channelSums;
  private final RowNorm norm;
  private final Parameter weight;
  private final Parameter bias;

  Nd4jGroupNorm(String name, GroupNormOp op, ParameterFactory parameters, Scratch scratch) {
    this.name = name;
    this.op = op;
    this.scratch = scratch;
    channelSums = new ChannelSums(scratch);
    norm = new RowNorm(op.epsilon(), scratch);
    List<ParameterSpec> specs = op.parameters();
    weight = op.affine() ? parameters.create(name, specs.get(0)) : null;
    bias = op.affine() ? parameters.create(name, specs.get(1)) : null;
  }

  @Override
  public Parameter weight() {
    return present(weight);
  }

  @Override
  public Parameter bias() {
    return present(bias);
  }

  private Parameter present(Parameter parameter) {
    if (parameter == null) {
      throw new IllegalStateException("the normalisation " + name + " has no parameters");
    }
    return parameter;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray output = Nd4jTensor.array(y);
    norm.forward(groups(Nd4jTensor.array(x)), groups(output));
    if (op.affine()) {
      INDArray channels = Views.channels(output);
      Ops.multiply(channels, perChannel(weight.value()), channels);
      Ops.add(channels, perChannel(bias.value()), channels);
    }
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray normal = scratch.first(gradient.shape());
    norm.forward(groups(Nd4jTensor.array(x)), groups(normal));
    if (op.affine()) {
      gradient = backwardAffine(normal, Views.channels(gradient));
    }
    if (gx != null) {
      norm.backward(groups(normal), groups(gradient), groups(Nd4jTensor.array(gx)));
    }
  }

  /** Computes the parameters' gradients; returns the gradient by {@code normal}. */
  private INDArray backwardAffine(INDArray normal, INDArray gradient) {
    INDArray product = scratch.second(gradient.shape());
    Ops.multiply(gradient, Views.channels(normal), product);
    channelSums.compute(product, perChannel(weight.gradient()));
    channelSums.compute(gradient, perChannel(bias.gradient()));
    Ops.multiply(gradient, perChannel(weight.value()), product);
    return product;
  }

  private INDArray groups(INDArray array) {
    long batch = array.size(0);
    return Views.reshaped(array, batch, op.groups(), array.length() / batch / op.groups());
  }

  private INDArray perChannel(Tensor values) {
    return Nd4jTensor.array(values).reshape('c', 1, op.channels(), 1);
  }
}
