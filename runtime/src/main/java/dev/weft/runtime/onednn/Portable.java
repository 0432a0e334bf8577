package dev.weft.runtime.onednn;

import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.Tensor;

/** Layers that oneDNN lacks, computed by ND4J's on copies. */
final class Portable {
  private final Nd4jKernels kernels;

  Portable(Nd4jKernels kernels) {
    this.kernels = kernels;
  }

  private Tensor copy(Tensor tensor) {
    Tensor copy = blank(tensor);
    copy.assign(tensor.toArray());
    return copy;
  }

  private Tensor blank(Tensor tensor) {
    return kernels.scratch(tensor.dims());
  }

  /** What computes an output from an input. */
  private interface Forward {
    void compute(Tensor x, Tensor y);
  }

  /** What computes a gradient from an input and another gradient. */
  private interface Backward {
    void compute(Tensor x, Tensor gy, Tensor gx);
  }

  private void forward(Forward layer, Tensor x, Tensor y) {
    Tensor result = blank(y);
    layer.compute(copy(x), result);
    y.assign(result.toArray());
  }

  private void backward(Backward layer, Tensor x, Tensor gy, Tensor gx) {
    Tensor result = gx == null ? null : blank(gx);
    layer.compute(copy(x), copy(gy), result);
    if (gx != null) {
      gx.assign(result.toArray());
    }
  }

  AvgPool2d avgPool2d(AvgPool2d layer) {
    return new AvgPool2d() {
      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor gy, Tensor gx) {
        Portable.this.forward(layer::backward, gy, gx);
      }
    };
  }

  AdaptiveAvgPool2d adaptiveAvgPool2d(AdaptiveAvgPool2d layer) {
    return new AdaptiveAvgPool2d() {
      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor gy, Tensor gx) {
        Portable.this.forward(layer::backward, gy, gx);
      }
    };
  }

  LocalResponseNorm localResponseNorm(LocalResponseNorm layer) {
    return new LocalResponseNorm() {
      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor x, Tensor gy, Tensor gx) {
        Portable.this.backward(layer::backward, x, gy, gx);
      }
    };
  }

  GroupNorm groupNorm(GroupNorm layer) {
    return new GroupNorm() {
      @Override
      public Parameter weight() {
        return layer.weight();
      }

      @Override
      public Parameter bias() {
        return layer.bias();
      }

      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor x, Tensor gy, Tensor gx) {
        Portable.this.backward(layer::backward, x, gy, gx);
      }
    };
  }

  LayerNorm layerNorm(LayerNorm layer) {
    return new LayerNorm() {
      @Override
      public Parameter weight() {
        return layer.weight();
      }

      @Override
      public Parameter bias() {
        return layer.bias();
      }

      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor x, Tensor gy, Tensor gx) {
        Portable.this.backward(layer::backward, x, gy, gx);
      }
    };
  }

  TransposedConv2d transposedConv2d(TransposedConv2d layer) {
    return new TransposedConv2d() {
      @Override
      public Parameter weight() {
        return layer.weight();
      }

      @Override
      public Parameter bias() {
        return layer.bias();
      }

      @Override
      public void forward(Tensor x, Tensor y) {
        Portable.this.forward(layer::forward, x, y);
      }

      @Override
      public void backward(Tensor x, Tensor gy, Tensor gx) {
        Portable.this.backward(layer::backward, x, gy, gx);
      }
    };
  }
}
