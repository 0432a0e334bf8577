package dev.weft.examples.onnx;

import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.op.ChannelShuffleOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.SubsampleOp;
import dev.weft.dsl.op.UpsampleOp;

/** What moves values and computes nothing. */
final class Geometry {
  private Geometry() {}

  static String flatten(FlattenOp op, Call call) {
    return call.value("Flatten", call.input());
  }

  static String concat(ConcatOp op, Call call) {
    return call.node("Concat").inputs(call.inputs().toArray(String[]::new)).integer("axis", 1).add();
  }

  static String subsample(SubsampleOp op, Call call) {
    return call.value(
        "Slice",
        call.input(),
        call.constant("starts", 0, 0),
        call.constant("ends", Long.MAX_VALUE, Long.MAX_VALUE),
        call.constant("axes", 2, 3),
        call.constant("steps", op.stride().height(), op.stride().width()));
  }

  static String crop(CropOp op, Call call) {
    Sides sides = op.sides();
    Shape input = call.inputShape(0);
    return call.value(
        "Slice",
        call.input(),
        call.constant("starts", sides.top(), sides.left()),
        call.constant("ends", input.height() - sides.bottom(), input.width() - sides.right()),
        call.constant("axes", 2, 3));
  }

  static String padChannels(PadChannelsOp op, Call call) {
    return pad(call, 0, op.before(), 0, 0, 0, op.after(), 0, 0);
  }

  static String pad(PadOp op, Call call) {
    Sides sides = op.sides();
    return pad(call, 0, 0, sides.top(), sides.left(), 0, 0, sides.bottom(), sides.right());
  }

  private static String pad(Call call, long... zeros) {
    return call.value("Pad", call.input(), call.constant("pads", zeros));
  }

  static String upsample(UpsampleOp op, Call call) {
    String scales =
        call.constant("scales", new float[] {1, 1, op.factor(), op.factor()}, 4);
    String noRegion = "";
    return call.node("Resize")
        .inputs(call.input(), noRegion, scales)
        .text("mode", "nearest")
        .text("coordinate_transformation_mode", "asymmetric")
        .text("nearest_mode", "floor")
        .add();
  }

  static String pixelShuffle(PixelShuffleOp op, Call call) {
    return call.node("DepthToSpace")
        .inputs(call.input())
        .integer("blocksize", op.factor())
        .text("mode", "CRD")
        .add();
  }

  static String channelShuffle(ChannelShuffleOp op, Call call) {
    Shape shape = call.inputShape(0);
    int inGroup = shape.channels() / op.groups();
    String split =
        call.step("Reshape")
            .inputs(
                call.input(),
                call.constant("split", -1, op.groups(), inGroup, shape.height(), shape.width()))
            .add();
    String dealt =
        call.step("Transpose").inputs(split).integers("perm", 0, 2, 1, 3, 4).add();
    return call.value(
        "Reshape",
        dealt,
        call.constant("joined", -1, shape.channels(), shape.height(), shape.width()));
  }
}
