package dev.weft.examples.onnx;

import dev.weft.dsl.op.*;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What becomes of each operation in ONNX. */
final class Translations {
  /** Makes the nodes of an operation, and returns the name of its value. */
  private interface Translation<O extends Op> {
    String translate(O op, Call call) throws IOException;
  }

  private static final Map<Class<?>, Translation<Op>> ALL = new HashMap<>();

  static {
    put(ConvOp.class, Weighted::conv);
    put(TransposedConvOp.class, Weighted::transposedConv);
    put(DenseOp.class, Weighted::dense);
    put(BatchNormOp.class, Norms::batchNorm);
    put(LayerNormOp.class, Norms::layerNorm);
    put(GroupNormOp.class, Norms::groupNorm);
    put(LocalResponseNormOp.class, Norms::localResponseNorm);
    put(MaxPoolOp.class, Pools::max);
    put(AvgPoolOp.class, Pools::average);
    put(AdaptiveAvgPoolOp.class, Pools::adaptiveAverage);
    put(GlobalAvgPoolOp.class, (op, call) -> call.value("GlobalAveragePool", call.input()));
    put(ActivationOp.class, Elements::activation);
    put(LeakyReluOp.class, Elements::leakyRelu);
    put(SoftmaxOp.class, Elements::softmax);
    put(DropoutOp.class, (op, call) -> call.input());
    put(DropPathOp.class, (op, call) -> call.input());
    put(AddOp.class, Elements::add);
    put(ScaleOp.class, Elements::scale);
    put(FlattenOp.class, Geometry::flatten);
    put(ConcatOp.class, Geometry::concat);
    put(SubsampleOp.class, Geometry::subsample);
    put(PadChannelsOp.class, Geometry::padChannels);
    put(PadOp.class, Geometry::pad);
    put(CropOp.class, Geometry::crop);
    put(UpsampleOp.class, Geometry::upsample);
    put(PixelShuffleOp.class, Geometry::pixelShuffle);
    put(ChannelShuffleOp.class, Geometry::channelShuffle);
  }

  private Translations() {}

  private static <O extends Op> void put(Class<O> type, Translation<O> translation) {
    ALL.put(type, (op, call) -> translation.translate(type.cast(op), call));
  }

  /**
   * Makes the nodes of an operation.
   *
   * @return the name of its value
   * @throws UnsupportedOperationException if there is no translation; the message names the
   *     operation
   */
  static String translate(Call call) throws IOException {
    Op op = call.node().op();
    Translation<Op> translation = ALL.get(op.getClass());
    if (translation == null) {
      throw new UnsupportedOperationException(
          "the ONNX export has nothing for " + op.describe() + ", which is " + call.node().name());
    }
    return translation.translate(op, call);
  }
}
