package dev.weft.runtime.testing;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Sides;
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
import dev.weft.dsl.op.FlattenOp;
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
import dev.weft.dsl.op.Window;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.LocalResponseNormOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Each operation as libtorch computes it. */
public final class LibtorchOps {
  private LibtorchOps() {}

  /**
   * The output of an operation.
   *
   * @param parameters in the order of {@link Op#parameters()}; running statistics are moved when
   *     training
   * @param training whether batch normalisation uses the batch's statistics
   */
  public static Tensor forward(
      Op op, List<Tensor> inputs, List<Tensor> parameters, boolean training) {
    Tensor x = inputs.get(0);
    if (op instanceof ConvOp conv) {
      return conv(conv, x, parameters);
    } else if (op instanceof TransposedConvOp conv) {
      return transposedConv(conv, x, parameters);
    } else if (op instanceof DenseOp dense) {
      return torch.linear(x, parameters.get(0), bias(dense.bias(), parameters));
    } else if (op instanceof BatchNormOp norm) {
      return batchNorm(norm, x, parameters, training);
    } else if (op instanceof AddOp) {
      return x.add(inputs.get(1));
    } else if (op instanceof ConcatOp) {
      return torch.cat(new TensorVector(inputs.toArray(Tensor[]::new)), 1);
    } else if (op instanceof ScaleOp) {
      return scale(x, inputs.get(1));
    }
    return normalisation(op, x, parameters);
  }

  private static Tensor normalisation(Op op, Tensor x, List<Tensor> parameters) {
    boolean cudnn = false;
    if (op instanceof LayerNormOp norm) {
      long[] shape = Arrays.stream(norm.shape().toArray()).asLongStream().toArray();
      return torch.layer_norm(
          x,
          shape,
          new TensorOptional(parameters.get(0)),
          new TensorOptional(parameters.get(1)),
          norm.epsilon(),
          cudnn);
    } else if (op instanceof GroupNormOp norm) {
      return torch.group_norm(
          x,
          norm.groups(),
          norm.affine() ? new TensorOptional(parameters.get(0)) : new TensorOptional(),
          norm.affine() ? new TensorOptional(parameters.get(1)) : new TensorOptional(),
          norm.epsilon(),
          cudnn);
    } else if (op instanceof LocalResponseNormOp norm) {
      LocalResponseNormOptions options = new LocalResponseNormOptions(norm.size());
      options.alpha().put(norm.alpha());
      options.beta().put(norm.beta());
      options.k().put(norm.k());
      return torch.local_response_norm(x, options);
    }
    return activation(op, x);
  }

  private static Tensor activation(Op op, Tensor x) {
    if (op instanceof ActivationOp activation) {
      return activation(activation, x);
    } else if (op instanceof LeakyReluOp leaky) {
      return torch.leaky_relu(x, new Scalar(leaky.slope()));
    } else if (op instanceof SoftmaxOp) {
      return torch.softmax(x, 1);
    }
    return pooling(op, x);
  }

  private static Tensor pooling(Op op, Tensor x) {
    if (op instanceof MaxPoolOp pool) {
      return LibtorchPooling.max(pool.window(), x);
    } else if (op instanceof AvgPoolOp pool) {
      return LibtorchPooling.average(pool, x);
    } else if (op instanceof AdaptiveAvgPoolOp pool) {
      return torch.adaptive_avg_pool2d(x, pair(pool.size()));
    } else if (op instanceof GlobalAvgPoolOp) {
      return torch.adaptive_avg_pool2d(x, 1, 1);
    }
    return geometry(op, x);
  }

  private static Tensor geometry(Op op, Tensor x) {
    if (op instanceof FlattenOp) {
      return torch.flatten(x, 1, -1);
    } else if (op instanceof SubsampleOp subsample) {
      return subsample(subsample.stride(), x);
    } else if (op instanceof PadChannelsOp pad) {
      return torch.constant_pad_nd(x, 0, 0, 0, 0, pad.before(), pad.after());
    } else if (op instanceof PadOp pad) {
      return padded(x, pad.sides(), 0);
    } else if (op instanceof CropOp crop) {
      return cropped(x, crop.sides());
    } else if (op instanceof UpsampleOp upsample) {
      long[] size = {x.size(2) * upsample.factor(), x.size(3) * upsample.factor()};
      return torch.upsample_nearest2d(x, size);
    } else if (op instanceof PixelShuffleOp shuffle) {
      return torch.pixel_shuffle(x, shuffle.factor());
    } else if (op instanceof ChannelShuffleOp shuffle) {
      return torch.channel_shuffle(x, shuffle.groups());
    }
    throw new IllegalArgumentException("libtorch is not asked about " + op);
  }

  /** The padding is made before, as libtorch pads opposite sides alike. */
  private static Tensor conv(ConvOp op, Tensor x, List<Tensor> parameters) {
    Window window = op.window();
    return torch.conv2d(
        padded(x, window.padding(), 0),
        parameters.get(0),
        bias(op.bias(), parameters),
        pair(window.stride()),
        new long[] {0, 0},
        pair(window.dilation()),
        op.groups());
  }

  private static Tensor transposedConv(TransposedConvOp op, Tensor x, List<Tensor> parameters) {
    Window window = op.window();
    Sides padding = window.padding();
    boolean alike = padding.isSymmetric();
    Tensor y =
        torch.conv_transpose2d(
            x,
            parameters.get(0),
            bias(op.bias(), parameters),
            pair(window.stride()),
            alike ? new long[] {padding.top(), padding.left()} : new long[] {0, 0},
            pair(op.outputPadding()),
            op.groups(),
            pair(window.dilation()));
    return alike ? y : cropped(y, padding);
  }

  private static TensorOptional bias(boolean present, List<Tensor> parameters) {
    return present ? new TensorOptional(parameters.get(1)) : new TensorOptional();
  }

  private static Tensor batchNorm(
      BatchNormOp op, Tensor x, List<Tensor> parameters, boolean training) {
    boolean cudnn = false;
    return torch.batch_norm(
        x,
        new TensorOptional(parameters.get(0)),
        new TensorOptional(parameters.get(1)),
        new TensorOptional(parameters.get(2)),
        new TensorOptional(parameters.get(3)),
        training,
        op.momentum(),
        op.epsilon(),
        cudnn);
  }

  private static Tensor activation(ActivationOp op, Tensor x) {
    return switch (op.function()) {
      case RELU -> torch.relu(x);
      case RELU6 -> torch.relu6(x);
      case TANH -> torch.tanh(x);
      case SIGMOID -> torch.sigmoid(x);
      case SWISH -> torch.silu(x);
      case HARD_SWISH -> torch.hardswish(x);
      case GELU -> torch.gelu(x, "none");
    };
  }

  private static Tensor scale(Tensor x, Tensor factors) {
    boolean vector = factors.dim() < x.dim();
    return x.mul(vector ? factors.reshape(x.size(0), x.size(1), 1, 1) : factors);
  }

  private static Tensor subsample(Extent stride, Tensor x) {
    return x.slice(2, new LongOptional(), new LongOptional(), stride.height())
        .slice(3, new LongOptional(), new LongOptional(), stride.width());
  }

  /** An image with a number all around. */
  static Tensor padded(Tensor x, Sides sides, double value) {
    long[] pixels = {sides.left(), sides.right(), sides.top(), sides.bottom()};
    return sides.is(0) ? x : torch.constant_pad_nd(x, pixels, new Scalar(value));
  }

  private static Tensor cropped(Tensor x, Sides sides) {
    return torch.constant_pad_nd(x, -sides.left(), -sides.right(), -sides.top(), -sides.bottom());
  }

  static long[] pair(Extent extent) {
    return new long[] {extent.height(), extent.width()};
  }
}
