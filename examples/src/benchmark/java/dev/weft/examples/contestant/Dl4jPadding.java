package dev.weft.examples.contestant;

import dev.weft.dsl.Activation;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;

/**
 * Poolings that round their size up, which DL4J's do not: zeros below and to the right do the same
 * for maxima of what is never negative.
 */
final class Dl4jPadding {
  private Dl4jPadding() {}

  static boolean needs(Node node) {
    return node.op() instanceof MaxPoolOp pool
        && pool.window().ceilMode()
        && isNeverNegative(node.inputs().get(0));
  }

  private static boolean isNeverNegative(Node node) {
    Op op = node.op();
    if (op instanceof ActivationOp activation) {
      return activation.function() == Activation.RELU;
    }
    boolean keepsSigns =
        op instanceof MaxPoolOp
            || op instanceof ConcatOp
            || op instanceof LocalResponseNormOp
            || op instanceof DropoutOp;
    return keepsSigns && node.inputs().stream().allMatch(Dl4jPadding::isNeverNegative);
  }

  static ZeroPaddingLayer before(Node pool) {
    Window window = ((MaxPoolOp) pool.op()).window();
    Shape input = pool.inputs().get(0).output();
    Shape output = pool.output();
    int bottom =
        (output.height() - 1) * window.stride().height()
            + window.kernel().height()
            - input.height()
            - window.padding().vertical();
    int right =
        (output.width() - 1) * window.stride().width()
            + window.kernel().width()
            - input.width()
            - window.padding().horizontal();
    return new ZeroPaddingLayer.Builder(0, Math.max(0, bottom), 0, Math.max(0, right)).build();
  }
}
