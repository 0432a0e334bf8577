package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalisation; everything about a channel is a {@code 1 x channels x 1} array. */
final class Nd4jBatchNorm extends BatchNormLayer {
  private final BatchNormOp op;
  private final Scratch scratch;
  private final ChannelSums channelSums;
  private final INDArray mean;
  private final INDArray variance;
  private final INDArray inverseDeviation;

  /** Whatever is needed for a moment. */
  private final INDArray perChannel;

  Nd4jBatchNorm(String name, BatchNormOp op, ParameterFactory parameters, Scratch scratch) {
    super(name, op, parameters);
    this.op = op;
    this.scratch = scratch;
    channelSums = new ChannelSums(scratch);
    mean = onePerChannel(scratch.memory(op.channels()));
    variance = onePerChannel(scratch.memory(op.channels()));
    inverseDeviation = onePerChannel(scratch.memory(op.channels()));
    perChannel = onePerChannel(scratch.memory(op.channels()));
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray input = Views.channels(Nd4jTensor.array(x));
    INDArray output = Views.channels(Nd4jTensor.array(y));
    long count = valuesPerChannel(x);
    channelSums.compute(input, mean);
    mean.divi(count);
    Ops.subtract(input, mean, output);
    INDArray squares = scratch.first(output.shape());
    Ops.multiply(output, output, squares);
    channelSums.compute(squares, variance);
    variance.divi(count);
    inverseDeviation(variance, inverseDeviation);
    Ops.multiply(values(weight()), inverseDeviation, perChannel);
    Ops.multiply(output, perChannel, output);
    Ops.add(output, values(bias()), output);
    move(runningMean(), mean, 1);
    move(runningVar(), variance, count / (count - 1.0));
  }

  private void move(Parameter running, INDArray newest, double factor) {
    INDArray values = values(running);
    values.muli(1 - op.momentum());
    values.addi(newest.mul(op.momentum() * factor, perChannel));
  }

  @Override
  public void infer(Tensor x, Tensor y) {
    INDArray input = Views.channels(Nd4jTensor.array(x));
    INDArray output = Views.channels(Nd4jTensor.array(y));
    factors(perChannel);
    Ops.subtract(input, values(runningMean()), output);
    Ops.multiply(output, perChannel, output);
    Ops.add(output, values(bias()), output);
  }

  /**
   * What inference does to each channel, as a factor and then an offset.
   *
   * @param bias the bias of the layer in front, or null
   * @param scale receives the factors
   * @param offset receives the offsets
   */
  void fold(INDArray bias, INDArray scale, INDArray offset) {
    INDArray factors = onePerChannel(scale);
    factors(factors);
    INDArray centred = onePerChannel(offset);
    if (bias == null) {
      centred.assign(values(runningMean())).negi();
    } else {
      Ops.subtract(onePerChannel(bias), values(runningMean()), centred);
    }
    centred.muli(factors).addi(values(bias()));
  }

  /** What inference multiplies each channel by. */
  private void factors(INDArray result) {
    inverseDeviation(values(runningVar()), result);
    result.muli(values(weight()));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    factors(perChannel);
    INDArray gradient = Views.channels(Nd4jTensor.array(gy));
    Ops.multiply(gradient, perChannel, Views.channels(Nd4jTensor.array(gx)));
  }

  long channels() {
    return op.channels();
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray input = Views.channels(Nd4jTensor.array(x));
    INDArray gradient = Views.channels(Nd4jTensor.array(gy));
    INDArray normal = scratch.first(input.shape());
    Ops.subtract(input, mean, normal);
    Ops.multiply(normal, inverseDeviation, normal);
    INDArray product = scratch.second(input.shape());
    Ops.multiply(gradient, normal, product);
    INDArray weightGradient = onePerChannel(Nd4jTensor.array(weight().gradient()));
    INDArray biasGradient = onePerChannel(Nd4jTensor.array(bias().gradient()));
    channelSums.compute(product, weightGradient);
    channelSums.compute(gradient, biasGradient);
    if (gx != null) {
      long count = valuesPerChannel(x);
      INDArray output = Views.channels(Nd4jTensor.array(gx));
      Ops.multiply(normal, weightGradient.div(count, perChannel), normal);
      Ops.subtract(gradient, normal, output);
      Ops.subtract(output, biasGradient.div(count, perChannel), output);
      Ops.multiply(values(weight()), inverseDeviation, perChannel);
      Ops.multiply(output, perChannel, output);
    }
  }

  @Override
  public void backward(Tensor x, Elementwise function, Tensor y, Tensor gy, Tensor gx) {
    Tensor normalGradient = gx == null ? new Nd4jTensor(scratch.third(gy.dims())) : gx;
    function.backward(y, gy, normalGradient);
    backward(x, normalGradient, gx);
  }

  private void inverseDeviation(INDArray variances, INDArray result) {
    result.assign(variances).addi(op.epsilon());
    Transforms.sqrt(result, false);
    result.rdivi(1);
  }

  private INDArray values(Parameter parameter) {
    return onePerChannel(Nd4jTensor.array(parameter.value()));
  }

  private INDArray onePerChannel(INDArray array) {
    return array.reshape('c', 1, op.channels(), 1);
  }
}
