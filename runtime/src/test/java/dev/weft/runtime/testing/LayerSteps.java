package dev.weft.runtime.testing;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;

/** The layers of all kinds behind one interface. */
record LayerSteps(List<Parameter> parameters, Pass forward, Pass infer, Back backward) {

  /** A forward pass. */
  interface Pass {
    void run(Tensor[] inputs, Tensor output);
  }

  /** A backward pass. */
  interface Back {
    void run(Tensor[] inputs, Tensor output, Tensor gradient, Tensor[] inputGradients);
  }

  void forward(Tensor[] inputs, Tensor output) {
    forward.run(inputs, output);
  }

  void infer(Tensor[] inputs, Tensor output) {
    infer.run(inputs, output);
  }

  void backward(Tensor[] inputs, Tensor output, Tensor gradient, Tensor[] inputGradients) {
    backward.run(inputs, output, gradient, inputGradients);
  }

  static LayerSteps of(Kernels kernels, Op op) {
    if (op instanceof ConvOp conv) {
      return conv(kernels.conv2d("layer", conv), conv);
    } else if (op instanceof DenseOp dense) {
      return dense(kernels.dense("layer", dense), dense);
    } else if (op instanceof BatchNormOp norm) {
      return batchNorm(kernels.batchNorm("layer", norm));
    } else if (op instanceof ActivationOp activation) {
      Elementwise layer = kernels.elementwise(activation);
      return steps(
          (x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(y, gy, gx[0]));
    } else if (op instanceof SoftmaxOp) {
      Softmax layer = kernels.softmax();
      return steps(
          (x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(y, gy, gx[0]));
    }
    return pooling(kernels, op);
  }

  private static LayerSteps pooling(Kernels kernels, Op op) {
    if (op instanceof MaxPoolOp pool) {
      MaxPool2d layer = kernels.maxPool2d(pool);
      return steps(
          (x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(x[0], gy, gx[0]));
    } else if (op instanceof AvgPoolOp pool) {
      AvgPool2d layer = kernels.avgPool2d(pool);
      return steps((x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(gy, gx[0]));
    } else if (op instanceof GlobalAvgPoolOp) {
      GlobalAvgPool2d layer = kernels.globalAvgPool2d();
      return steps((x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(gy, gx[0]));
    }
    return geometry(kernels, op);
  }

  private static LayerSteps geometry(Kernels kernels, Op op) {
    if (op instanceof AddOp) {
      return steps(
          (x, y) -> kernels.add().forward(x[0], x[1], y),
          (x, y, gy, gx) -> {
            gx[0].assign(gy.toArray());
            gx[1].assign(gy.toArray());
          });
    } else if (op instanceof ConcatOp) {
      Concat layer = kernels.concat();
      return steps((x, y) -> layer.forward(y, x), (x, y, gy, gx) -> layer.backward(gy, gx));
    } else if (op instanceof SubsampleOp subsample) {
      Subsample layer = kernels.subsample(subsample);
      return steps((x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(gy, gx[0]));
    } else if (op instanceof PadChannelsOp pad) {
      PadChannels layer = kernels.padChannels(pad);
      return steps((x, y) -> layer.forward(x[0], y), (x, y, gy, gx) -> layer.backward(gy, gx[0]));
    }
    throw new IllegalArgumentException("no layer for " + op);
  }

  private static LayerSteps conv(Conv2d layer, ConvOp op) {
    Pass forward = (x, y) -> layer.forward(x[0], y);
    return new LayerSteps(
        op.bias() ? List.of(layer.weight(), layer.bias()) : List.of(layer.weight()),
        forward,
        forward,
        (x, y, gy, gx) -> layer.backward(x[0], gy, gx[0]));
  }

  private static LayerSteps dense(Dense layer, DenseOp op) {
    Pass forward = (x, y) -> layer.forward(x[0], y);
    return new LayerSteps(
        op.bias() ? List.of(layer.weight(), layer.bias()) : List.of(layer.weight()),
        forward,
        forward,
        (x, y, gy, gx) -> layer.backward(x[0], gy, gx[0]));
  }

  private static LayerSteps batchNorm(BatchNorm layer) {
    return new LayerSteps(
        List.of(layer.weight(), layer.bias(), layer.runningMean(), layer.runningVar()),
        (x, y) -> layer.forward(x[0], y),
        (x, y) -> layer.infer(x[0], y),
        (x, y, gy, gx) -> layer.backward(x[0], gy, gx[0]));
  }

  private static LayerSteps steps(Pass forward, Back backward) {
    return new LayerSteps(List.of(), forward, forward, backward);
  }
}
