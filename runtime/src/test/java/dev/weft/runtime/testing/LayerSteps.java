package dev.weft.runtime.testing;

import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.ScaleOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.ChannelShuffle;
import dev.weft.runtime.layer.Concat;
import dev.weft.runtime.layer.Conv2d;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.layer.Dense;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.layer.GroupNorm;
import dev.weft.runtime.layer.LayerNorm;
import dev.weft.runtime.layer.LocalResponseNorm;
import dev.weft.runtime.layer.MaxPool2d;
import dev.weft.runtime.layer.Pad;
import dev.weft.runtime.layer.PadChannels;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.layer.Softmax;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.layer.TransposedConv2d;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import java.util.function.BiConsumer;

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
    } else if (op instanceof TransposedConvOp conv) {
      return transposedConv(kernels.transposedConv2d("layer", conv), conv);
    } else if (op instanceof DenseOp dense) {
      return dense(kernels.dense("layer", dense), dense);
    }
    return normalisation(kernels, op);
  }

  private static LayerSteps normalisation(Kernels kernels, Op op) {
    if (op instanceof BatchNormOp norm) {
      return batchNorm(kernels.batchNorm("layer", norm));
    } else if (op instanceof LayerNormOp norm) {
      LayerNorm layer = kernels.layerNorm("layer", norm);
      return fromInput(List.of(layer.weight(), layer.bias()), layer::forward, layer::backward);
    } else if (op instanceof GroupNormOp norm) {
      GroupNorm layer = kernels.groupNorm("layer", norm);
      return fromInput(
          norm.affine() ? List.of(layer.weight(), layer.bias()) : List.of(),
          layer::forward,
          layer::backward);
    } else if (op instanceof LocalResponseNormOp norm) {
      LocalResponseNorm layer = kernels.localResponseNorm("layer", norm);
      return fromInput(List.of(), layer::forward, layer::backward);
    }
    return activation(kernels, op);
  }

  private static LayerSteps activation(Kernels kernels, Op op) {
    if (op instanceof ActivationOp activation) {
      Elementwise layer = kernels.elementwise("layer", activation);
      return activation.function().derivativeFromOutput()
          ? fromOutput(layer::forward, layer::backward)
          : fromInput(List.of(), layer::forward, layer::backward);
    } else if (op instanceof LeakyReluOp leaky) {
      Elementwise layer = kernels.leakyRelu("layer", leaky);
      return fromOutput(layer::forward, layer::backward);
    } else if (op instanceof SoftmaxOp) {
      Softmax layer = kernels.softmax("layer");
      return fromOutput(layer::forward, layer::backward);
    }
    return pooling(kernels, op);
  }

  private static LayerSteps pooling(Kernels kernels, Op op) {
    if (op instanceof MaxPoolOp pool) {
      MaxPool2d layer = kernels.maxPool2d("layer", pool);
      return fromInput(List.of(), layer::forward, layer::backward);
    } else if (op instanceof AvgPoolOp pool) {
      AvgPool2d layer = kernels.avgPool2d("layer", pool);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof AdaptiveAvgPoolOp pool) {
      AdaptiveAvgPool2d layer = kernels.adaptiveAvgPool2d("layer", pool);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof GlobalAvgPoolOp) {
      GlobalAvgPool2d layer = kernels.globalAvgPool2d("layer");
      return fromGradient(layer::forward, layer::backward);
    }
    return joining(kernels, op);
  }

  private static LayerSteps joining(Kernels kernels, Op op) {
    if (op instanceof AddOp) {
      return steps(
          List.of(),
          (x, y) -> kernels.add("layer").forward(x[0], x[1], y),
          (x, y, gy, gx) -> {
            gx[0].assign(gy.toArray());
            gx[1].assign(gy.toArray());
          });
    } else if (op instanceof ConcatOp) {
      Concat layer = kernels.concat("layer");
      return steps(List.of(), (x, y) -> layer.forward(y, x), (x, y, gy, gx) -> takeParts(gy, gx));
    } else if (op instanceof ScaleOp) {
      Scale layer = kernels.scale("layer");
      return steps(
          List.of(),
          (x, y) -> layer.forward(x[0], x[1], y),
          (x, y, gy, gx) -> layer.backward(x[0], x[1], gy, gx[0], gx[1]));
    }
    return geometry(kernels, op);
  }

  /** No layer does this: the gradient of each input is a part of the output's. */
  private static void takeParts(Tensor gy, Tensor... gx) {
    long from = 0;
    for (Tensor part : gx) {
      long to = from + part.dims()[1];
      part.assign(gy.channels(from, to).toArray());
      from = to;
    }
  }

  private static LayerSteps geometry(Kernels kernels, Op op) {
    if (op instanceof SubsampleOp subsample) {
      Subsample layer = kernels.subsample("layer", subsample);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof PadChannelsOp pad) {
      PadChannels layer = kernels.padChannels("layer", pad);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof PadOp pad) {
      Pad layer = kernels.pad("layer", pad);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof CropOp crop) {
      Crop layer = kernels.crop("layer", crop);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof UpsampleOp upsample) {
      Upsample layer = kernels.upsample("layer", upsample);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof PixelShuffleOp shuffle) {
      PixelShuffle layer = kernels.pixelShuffle("layer", shuffle);
      return fromGradient(layer::forward, layer::backward);
    } else if (op instanceof ChannelShuffleOp shuffle) {
      ChannelShuffle layer = kernels.channelShuffle("layer", shuffle);
      return fromGradient(layer::forward, layer::backward);
    }
    throw new IllegalArgumentException("no layer for " + op);
  }

  private static LayerSteps conv(Conv2d layer, ConvOp op) {
    return fromInput(
        op.bias() ? List.of(layer.weight(), layer.bias()) : List.of(layer.weight()),
        layer::forward,
        layer::backward);
  }

  private static LayerSteps transposedConv(TransposedConv2d layer, TransposedConvOp op) {
    return fromInput(
        op.bias() ? List.of(layer.weight(), layer.bias()) : List.of(layer.weight()),
        layer::forward,
        layer::backward);
  }

  private static LayerSteps dense(Dense layer, DenseOp op) {
    return fromInput(
        op.bias() ? List.of(layer.weight(), layer.bias()) : List.of(layer.weight()),
        layer::forward,
        layer::backward);
  }

  private static LayerSteps batchNorm(BatchNorm layer) {
    return new LayerSteps(
        List.of(layer.weight(), layer.bias(), layer.runningMean(), layer.runningVar()),
        (x, y) -> layer.forward(x[0], y),
        (x, y) -> layer.infer(x[0], y),
        (x, y, gy, gx) -> layer.backward(x[0], gy, gx[0]));
  }

  /** The backward pass of a layer that reads something of the forward pass. */
  private interface BackFrom {
    void run(Tensor kept, Tensor gradient, Tensor inputGradient);
  }

  private static LayerSteps fromInput(
      List<Parameter> parameters, BiConsumer<Tensor, Tensor> forward, BackFrom backward) {
    return steps(
        parameters,
        (x, y) -> forward.accept(x[0], y),
        (x, y, gy, gx) -> backward.run(x[0], gy, gx[0]));
  }

  private static LayerSteps fromOutput(BiConsumer<Tensor, Tensor> forward, BackFrom backward) {
    return steps(
        List.of(), (x, y) -> forward.accept(x[0], y), (x, y, gy, gx) -> backward.run(y, gy, gx[0]));
  }

  private static LayerSteps fromGradient(
      BiConsumer<Tensor, Tensor> forward, BiConsumer<Tensor, Tensor> backward) {
    return steps(
        List.of(), (x, y) -> forward.accept(x[0], y), (x, y, gy, gx) -> backward.accept(gy, gx[0]));
  }

  private static LayerSteps steps(List<Parameter> parameters, Pass forward, Back backward) {
    return new LayerSteps(parameters, forward, forward, backward);
  }
}
