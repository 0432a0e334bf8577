package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A transposed convolution as a product of matrices, some images at a time: forward is what {@link
 * Nd4jConv2d} does backward, with the larger image, the output, as that convolution's input.
 */
final class Nd4jTransposedConv2d implements TransposedConv2d {
  private final String name;
  private final TransposedConvOp op;
  private final Scratch scratch;
  private final Columns columns;
  private final GroupedProducts products;
  private final ChannelSums channelSums;
  private final Parameter weight;
  private final Parameter bias;

  Nd4jTransposedConv2d(
      String name, TransposedConvOp op, ParameterFactory parameters, Scratch scratch) {
    this.name = name;
    this.op = op;
    this.scratch = scratch;
    columns = new Columns(op.window());
    products = new GroupedProducts(op.groups(), scratch);
    channelSums = new ChannelSums(scratch);
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
      throw new IllegalStateException("the transposed convolution " + name + " has no bias");
    }
    return bias;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray images = Nd4jTensor.array(x);
    INDArray output = Nd4jTensor.array(y);
    long step = imagesAtATime(images);
    for (long from = 0; from < images.size(0); from += step) {
      long to = Math.min(images.size(0), from + step);
      forwardSome(Views.range(images, 0, from, to), Views.range(output, 0, from, to));
    }
    if (bias != null) {
      Ops.add(output, Nd4jTensor.array(bias.value()).reshape('c', 1, op.filters(), 1, 1), output);
    }
  }

  private void forwardSome(INDArray images, INDArray output) {
    INDArray sent = columns.in(scratch, op.filters(), images);
    INDArray channels = channelsFirst(images);
    channels.assign(Views.channels(images).permute(1, 0, 2));
    Ops.matmul(weights(weight.value()), true, channels(channels), false, sent(sent));
    columns.scatter(sent, output);
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray images = Nd4jTensor.array(x);
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray imagesGradient = gx == null ? null : Nd4jTensor.array(gx);
    long step = imagesAtATime(images);
    for (long from = 0; from < images.size(0); from += step) {
      long to = Math.min(images.size(0), from + step);
      INDArray some = imagesGradient == null ? null : Views.range(imagesGradient, 0, from, to);
      backwardSome(
          Views.range(images, 0, from, to), Views.range(gradient, 0, from, to), some, from == 0);
    }
    if (bias != null) {
      INDArray sums = Nd4jTensor.array(bias.gradient()).reshape('c', 1, op.filters(), 1);
      channelSums.compute(Views.channels(gradient), sums);
    }
  }

  private void backwardSome(
      INDArray images, INDArray gradient, INDArray imagesGradient, boolean first) {
    INDArray received = received(images, gradient);
    INDArray channels = channelsFirst(images);
    channels.assign(Views.channels(images).permute(1, 0, 2));
    products.accumulate(
        weights(weight.gradient()), channels(channels), true, sent(received), first);
    if (imagesGradient != null) {
      filter(received, imagesGradient);
    }
  }

  /** The gradient as what each pixel of the images received of it. */
  private INDArray received(INDArray images, INDArray gradient) {
    INDArray received = columns.in(scratch, op.filters(), images);
    columns.gather(gradient, received);
    return received;
  }

  private void filter(INDArray received, INDArray imagesGradient) {
    INDArray channels = channelsFirst(imagesGradient);
    Ops.matmul(weights(weight.value()), sent(received), channels(channels));
    Views.channels(imagesGradient).assign(channels.permute(1, 0, 2));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray imagesGradient = Nd4jTensor.array(gx);
    long step = imagesAtATime(imagesGradient);
    for (long from = 0; from < imagesGradient.size(0); from += step) {
      long to = Math.min(imagesGradient.size(0), from + step);
      INDArray some = Views.range(imagesGradient, 0, from, to);
      filter(received(some, Views.range(gradient, 0, from, to)), some);
    }
  }

  private long imagesAtATime(INDArray images) {
    return columns.imagesAtATime(op.filters(), images.size(2) * images.size(3));
  }

  /** Room for {@code C x N x pixels}. */
  private INDArray channelsFirst(INDArray images) {
    return scratch.second(op.channels(), images.size(0), images.size(2) * images.size(3));
  }

  private INDArray weights(Tensor values) {
    return products.matrices(Nd4jTensor.array(values), op.channels());
  }

  private INDArray channels(INDArray array) {
    return products.matrices(array, op.channels());
  }

  /** {@code F x kh x kw x N x H x W} by groups. */
  private INDArray sent(INDArray columns) {
    return products.matrices(columns, columns.size(0) * columns.size(1) * columns.size(2));
  }
}
