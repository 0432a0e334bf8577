package dev.weft.examples.onnx;

import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.TransposedConvOp;
import java.io.IOException;

/** Layers with weights, which ONNX lays out as PyTorch does. */
final class Weighted {
  private Weighted() {}

  static String conv(ConvOp op, Call call) throws IOException {
    OnnxNode node = call.node("Conv").inputs(call.inputAndParameters());
    return Windows.attributes(node, op.window()).integer("group", op.groups()).add();
  }

  static String transposedConv(TransposedConvOp op, Call call) throws IOException {
    OnnxNode node = call.node("ConvTranspose").inputs(call.inputAndParameters());
    return Windows.attributes(node, op.window())
        .integer("group", op.groups())
        .integers("output_padding", op.outputPadding().height(), op.outputPadding().width())
        .add();
  }

  static String dense(DenseOp op, Call call) throws IOException {
    return call.node("Gemm").inputs(call.inputAndParameters()).integer("transB", 1).add();
  }
}
