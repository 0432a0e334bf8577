package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.Tensor;

/** Layers that oneDNN lacks, computed by ND4J's on copies. */
final class Portable {
  private final Nd4jKernels kernels;
  private final Cpu cpu;

  Portable(Nd4jKernels kernels, Cpu cpu) {
    this.kernels = kernels;
    this.cpu = cpu;
  }

  AvgPool2d of(AvgPool2d layer) {
    return new Pooling(layer::forward, layer::backward);
  }

  LocalResponseNorm of(LocalResponseNorm layer) {
    return new FromInput(layer::forward, layer::backward);
  }

  TransposedConv2d of(TransposedConv2d layer) {
    return new WithParameters(layer);
  }

  /** What computes a tensor from another. */
  private interface FromOne {
    void compute(Tensor x, Tensor y);
  }

  /** What computes the gradient of an input from it and the gradient of the output. */
  private interface FromTwo {
    void compute(Tensor x, Tensor gy, Tensor gx);
  }

  /** A layer whose gradient does not need its input. */
  private final class Pooling implements AvgPool2d {
    private final FromOne forward;
    private final FromOne backward;

    Pooling(FromOne forward, FromOne backward) {
      this.forward = forward;
      this.backward = backward;
    }

    @Override
    public void forward(Tensor x, Tensor y) {
      compute(forward, x, y);
    }

    @Override
    public void backward(Tensor gy, Tensor gx) {
      compute(backward, gy, gx);
    }
  }

  /** A layer whose gradient needs its input. */
  private class FromInput implements LocalResponseNorm {
    private final FromOne forward;
    private final FromTwo backward;

    FromInput(FromOne forward, FromTwo backward) {
      this.forward = forward;
      this.backward = backward;
    }

    @Override
    public void forward(Tensor x, Tensor y) {
      compute(forward, x, y);
    }

    @Override
    public void backward(Tensor x, Tensor gy, Tensor gx) {
      Tensor result = gx == null ? null : blank(gx);
      backward.compute(copy(x), copy(gy), result);
      if (gx != null) {
        gx.assign(result.toArray());
      }
      cpu.ran(null);
    }
  }

  /** The same with parameters. */
  private final class WithParameters extends FromInput implements TransposedConv2d {
    private final TransposedConv2d layer;

    WithParameters(TransposedConv2d layer) {
      super(layer::forward, layer::backward);
      this.layer = layer;
    }

    @Override
    public Parameter weight() {
      return layer.weight();
    }

    @Override
    public Parameter bias() {
      return layer.bias();
    }

    @Override
    public void backward(Tensor gy, Tensor gx) {
      compute(layer::backward, gy, gx);
    }
  }

  private void compute(FromOne layer, Tensor x, Tensor y) {
    Tensor result = blank(y);
    layer.compute(copy(x), result);
    y.assign(result.toArray());
    cpu.ran(null);
  }

  private Tensor copy(Tensor tensor) {
    Tensor copy = blank(tensor);
    copy.assign(tensor.toArray());
    return copy;
  }

  private Tensor blank(Tensor tensor) {
    return kernels.scratch(tensor.dims());
  }
}
