package dev.weft.runtime.onednn;

import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.tensor.Tensor;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** The product of a value and factors, one for each element or one for each channel. */
final class DnnlScale implements Scale {
  private final Programs programs;
  private final Programs.Maker forward = this::addForward;
  private final Programs.Maker backward = this::addBackward;

  DnnlScale(Cpu cpu) {
    programs = new Programs(cpu);
  }

  @Override
  public void forward(Tensor x, Tensor factors, Tensor y) {
    programs.run(forward, x, factors, y);
  }

  private void addForward(Program program, DnnlTensor... tensors) {
    addProduct(program, tensors[0], tensors[1], tensors[2]);
  }

  private static void addProduct(Program program, DnnlTensor x, DnnlTensor factors, DnnlTensor y) {
    Operand product = program.write(y);
    Operand value = program.read(x);
    Operand each = program.read(factors, layout(factors, product));
    Pairs.add(program, algorithm.binary_mul, value, each, product);
  }

  /** The factors by as many dimensions as the value has. */
  private static Layout layout(DnnlTensor factors, Operand value) {
    long[] dims = value.layout().dims();
    long[] own = factors.dims();
    for (int i = 0; i < dims.length; i++) {
      dims[i] = i < own.length ? own[i] : 1;
    }
    return Layout.channelsLast(dims);
  }

  @Override
  public void backward(Tensor x, Tensor factors, Tensor gy, Tensor gx, Tensor factorsGradient) {
    programs.run(backward, x, factors, gy, gx, factorsGradient);
  }

  private void addBackward(Program program, DnnlTensor... tensors) {
    if (tensors[4] != null) {
      addFactorsGradient(program, tensors[0], tensors[2], tensors[4]);
    }
    if (tensors[3] != null) {
      addProduct(program, tensors[2], tensors[1], tensors[3]);
    }
  }

  private static void addFactorsGradient(
      Program program, DnnlTensor x, DnnlTensor gy, DnnlTensor factorsGradient) {
    Operand value = program.read(x);
    Operand gradient = program.read(gy);
    Operand sums = program.write(factorsGradient, layout(factorsGradient, value));
    if (sums.layout().isLike(value.layout())) {
      Pairs.add(program, algorithm.binary_mul, value, gradient, sums);
      return;
    }
    Operand products = program.scratch(value.layout());
    Pairs.add(program, algorithm.binary_mul, value, gradient, products);
    int height = (int) products.layout().dim(2);
    int width = (int) products.layout().dim(3);
    Pooling.addSums(program, Window.of(height, width), products, sums);
  }
}
