package dev.weft.runtime.testing;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.Window;
import java.util.List;
import org.bytedeco.pytorch.LongOptional;
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
    } else if (op instanceof DenseOp dense) {
      return torch.linear(x, parameters.get(0), bias(dense.bias(), parameters));
    } else if (op instanceof BatchNormOp norm) {
      return batchNorm(norm, x, parameters, training);
    } else if (op instanceof MaxPoolOp pool) {
      return maxPool(pool.window(), x);
    } else if (op instanceof AvgPoolOp pool) {
      return avgPool(pool.window(), x);
    } else if (op instanceof GlobalAvgPoolOp) {
      return torch.adaptive_avg_pool2d(x, 1, 1);
    } else if (op instanceof ActivationOp activation) {
      return activation(activation, x);
    } else if (op instanceof SoftmaxOp) {
      return torch.softmax(x, 1);
    } else if (op instanceof FlattenOp) {
      return torch.flatten(x, 1, -1);
    } else if (op instanceof AddOp) {
      return x.add(inputs.get(1));
    } else if (op instanceof ConcatOp) {
      return torch.cat(new TensorVector(inputs.toArray(Tensor[]::new)), 1);
    } else if (op instanceof SubsampleOp subsample) {
      return subsample(subsample.stride(), x);
    } else if (op instanceof PadChannelsOp pad) {
      return torch.constant_pad_nd(x, 0, 0, 0, 0, pad.before(), pad.after());
    }
    throw new IllegalArgumentException("libtorch is not asked about " + op);
  }

  private static Tensor conv(ConvOp op, Tensor x, List<Tensor> parameters) {
    Window window = op.window();
    return torch.conv2d(
        x,
        parameters.get(0),
        bias(op.bias(), parameters),
        pair(window.stride()),
        symmetric(window.padding()),
        pair(window.dilation()),
        op.groups());
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

  private static Tensor maxPool(Window window, Tensor x) {
    boolean ceil = false;
    return torch.max_pool2d(
        x,
        pair(window.kernel()),
        pair(window.stride()),
        symmetric(window.padding()),
        pair(window.dilation()),
        ceil);
  }

  private static Tensor avgPool(Window window, Tensor x) {
    boolean ceil = false;
    boolean countPadding = true;
    return torch.avg_pool2d(
        x,
        pair(window.kernel()),
        pair(window.stride()),
        symmetric(window.padding()),
        ceil,
        countPadding,
        new LongOptional());
  }

  private static Tensor activation(ActivationOp op, Tensor x) {
    return switch (op.function()) {
      case RELU -> torch.relu(x);
      case TANH -> torch.tanh(x);
      case SIGMOID -> torch.sigmoid(x);
      default -> throw new IllegalArgumentException("no counterpart of " + op);
    };
  }

  private static Tensor subsample(Extent stride, Tensor x) {
    return x.slice(2, new LongOptional(), new LongOptional(), stride.height())
        .slice(3, new LongOptional(), new LongOptional(), stride.width());
  }

  private static long[] symmetric(Sides padding) {
    if (!padding.isSymmetric()) {
      throw new IllegalArgumentException("libtorch pads both sides alike, not " + padding);
    }
    return new long[] {padding.top(), padding.left()};
  }

  private static long[] pair(Extent extent) {
    return new long[] {extent.height(), extent.width()};
  }
}
