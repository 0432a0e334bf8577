package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.ConvOp;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A convolution as a product of matrices, some images at a time; a grouped one as one product for
 * each group.
 */
final class Nd4jConv2d implements Conv2d, Linear {
  private final ConvOp op;
  private final Scratch scratch;
  private final Columns columns;
  private final GroupedProducts products;
  private final Parameter weight;
  private final Parameter bias;
  private final String name;

  Nd4jConv2d(String name, ConvOp op, ParameterFactory parameters, Scratch scratch) {
    this.name = name;
    this.op = op;
    this.scratch = scratch;
    columns = new Columns(op.window());
    products = new GroupedProducts(op.groups(), scratch);
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
      throw new IllegalStateException("the convolution " + name + " has no bias");
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
    return op.filters();
  }

  @Override
  public INDArray biasValues() {
    return bias == null ? null : Nd4jTensor.array(bias.value());
  }

  @Override
  public void apply(INDArray x, INDArray scale, INDArray addend, INDArray y) {
    INDArray weights = products.matrices(scaled(scale), op.filters());
    long step = imagesAtATime(y);
    for (long from = 0; from < x.size(0); from += step) {
      long to = Math.min(x.size(0), from + step);
      INDArray some = addend == null ? null : Views.range(addend, 0, from, to);
      applySome(Views.range(x, 0, from, to), weights, some, Views.range(y, 0, from, to));
    }
  }

  private INDArray scaled(INDArray scale) {
    INDArray weights = Nd4jTensor.array(weight.value());
    return scale == null ? weights : scratch.scaledRows(weights, scale);
  }

  private void applySome(INDArray images, INDArray weights, INDArray addend, INDArray output) {
    INDArray seen = gather(images, output);
    INDArray filtered = scratch.second(op.filters(), output.size(0), pixels(output));
    Ops.matmul(weights, seen(seen), filtered(filtered));
    INDArray imagesFirst = filtered.permute(1, 0, 2);
    if (addend == null) {
      Views.channels(output).assign(imagesFirst);
    } else {
      Ops.add(Views.channels(addend), imagesFirst, Views.channels(output));
    }
  }

  @Override
  public void backward(Tensor x, Tensor gy, Tensor gx) {
    INDArray images = Nd4jTensor.array(x);
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray imagesGradient = gx == null ? null : Nd4jTensor.array(gx);
    long step = imagesAtATime(gradient);
    for (long from = 0; from < images.size(0); from += step) {
      long to = Math.min(images.size(0), from + step);
      INDArray some = imagesGradient == null ? null : Views.range(imagesGradient, 0, from, to);
      backwardSome(
          Views.range(images, 0, from, to), Views.range(gradient, 0, from, to), some, from == 0);
    }
  }

  private void backwardSome(
      INDArray images, INDArray gradient, INDArray imagesGradient, boolean first) {
    INDArray filtered = filteredFirst(gradient);
    INDArray seen = gather(images, gradient);
    products.accumulate(weights(weight.gradient()), filtered(filtered), true, seen(seen), first);
    if (bias != null) {
      INDArray flat = filtered.reshape('c', op.filters(), filtered.length() / op.filters());
      INDArray sums = Nd4jTensor.array(bias.gradient()).reshape('c', op.filters(), 1);
      products.accumulate(sums, flat, false, scratch.ones(flat.size(1), 1), first);
    }
    if (imagesGradient != null) {
      scatter(filtered, seen, imagesGradient);
    }
  }

  private void scatter(INDArray filtered, INDArray seen, INDArray imagesGradient) {
    Ops.matmul(weights(weight.value()), true, filtered(filtered), false, seen(seen));
    columns.scatter(seen, imagesGradient);
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray imagesGradient = Nd4jTensor.array(gx);
    long step = imagesAtATime(gradient);
    for (long from = 0; from < gradient.size(0); from += step) {
      long to = Math.min(gradient.size(0), from + step);
      INDArray some = Views.range(gradient, 0, from, to);
      INDArray seen = columns.in(scratch, op.channels(), some);
      scatter(filteredFirst(some), seen, Views.range(imagesGradient, 0, from, to));
    }
  }

  /** The gradient as {@code F x N x pixels}. */
  private INDArray filteredFirst(INDArray gradient) {
    INDArray filtered = scratch.second(op.filters(), gradient.size(0), pixels(gradient));
    return filtered.assign(Views.channels(gradient).permute(1, 0, 2));
  }

  private INDArray gather(INDArray images, INDArray output) {
    INDArray seen = columns.in(scratch, op.channels(), output);
    columns.gather(images, seen);
    return seen;
  }

  private long imagesAtATime(INDArray output) {
    return columns.imagesAtATime(op.channels(), pixels(output));
  }

  private static long pixels(INDArray output) {
    return output.size(2) * output.size(3);
  }

  private INDArray weights(Tensor values) {
    return products.matrices(Nd4jTensor.array(values), op.filters());
  }

  /** {@code C x kh x kw x N x OH x OW} by groups. */
  private INDArray seen(INDArray columns) {
    return products.matrices(columns, columns.size(0) * columns.size(1) * columns.size(2));
  }

  /** {@code F x N x pixels} by groups. */
  private INDArray filtered(INDArray array) {
    return products.matrices(array, op.filters());
  }
}
