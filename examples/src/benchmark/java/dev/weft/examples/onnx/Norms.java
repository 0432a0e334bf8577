package dev.weft.examples.onnx;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import java.io.IOException;
import java.util.Arrays;

/** Normalisations. */
final class Norms {
  private Norms() {}

  static String batchNorm(BatchNormOp op, Call call) throws IOException {
    return call.node("BatchNormalization")
        .inputs(call.inputAndParameters())
        .number("epsilon", op.epsilon())
        .add();
  }

  static String layerNorm(LayerNormOp op, Call call) throws IOException {
    return call.node("LayerNormalization")
        .inputs(call.inputAndParameters())
        .integer("axis", 1)
        .number("epsilon", op.epsilon())
        .add();
  }

  static String groupNorm(GroupNormOp op, Call call) throws IOException {
    String[] inputs =
        op.affine()
            ? call.inputAndParameters()
            : new String[] {
              call.input(),
              call.constant("weight", filled(op.channels(), 1), op.channels()),
              call.constant("bias", filled(op.channels(), 0), op.channels())
            };
    return call.node("GroupNormalization")
        .inputs(inputs)
        .integer("num_groups", op.groups())
        .number("epsilon", op.epsilon())
        .add();
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  static String localResponseNorm(LocalResponseNormOp op, Call call) {
    return call.node("LRN")
        .inputs(call.input())
        .integer("size", op.size())
        .number("alpha", op.alpha())
        .number("beta", op.beta())
        .number("bias", op.k())
        .add();
  }
}
