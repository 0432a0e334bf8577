package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.GroupNormOp;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Group normalisation of a batch as a matrix of one row a group. */
final class Nd4jGroupNorm extends GroupNormLayer {
  private final GroupNormOp op;
  private final Scratch scratch;
  private final ChannelSums channelSums;
  private final RowNorm norm;

  Nd4jGroupNorm(String name, GroupNormOp op, ParameterFactory parameters, Scratch scratch) {
    super(name, op, parameters);
    this.op = op;
    this.scratch = scratch;
    channelSums = new ChannelSums(scratch);
    norm = new RowNorm(op.epsilon(), scratch);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray output = Nd4jTensor.array(y);
    norm.forward(groups(Nd4jTensor.array(x)), groups(output));
    if (op.affine()) {
      INDArray channels = Views.channels(output);
      Ops.multiply(channels, perChannel(weight().value()), channels);
      Ops.add(channels, perChannel(bias().value()), channels);
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
    if (weight().isTrainable()) {
      Ops.multiply(gradient, Views.channels(normal), product);
      channelSums.compute(product, perChannel(weight().gradient()));
      channelSums.compute(gradient, perChannel(bias().gradient()));
    }
    Ops.multiply(gradient, perChannel(weight().value()), product);
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
