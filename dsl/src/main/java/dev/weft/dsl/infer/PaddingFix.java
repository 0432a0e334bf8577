package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Finds the one sliding window of a path which, padded, would let the path keep its size. */
final class PaddingFix {
  private PaddingFix() {}

  static Optional<Problem.Fix> find(List<Node> path, Shape size) {
    List<Node> changing = path.stream().filter(PaddingFix::changesSize).toList();
    if (changing.size() != 1 || size.rank() != 3) {
      return Optional.empty();
    }
    Node node = changing.get(0);
    Window window = window(node.op());
    Extent reach = window.reach();
    boolean odd = reach.height() % 2 == 1 && reach.width() % 2 == 1;
    boolean strided = !window.stride().is(1);
    if (!odd || (strided && node.op() instanceof ConvOp)) {
      return Optional.empty();
    }
    Extent padding = new Extent((reach.height() - 1) / 2, (reach.width() - 1) / 2);
    return Optional.of(
        new Problem.Fix(
            "keep " + size.height() + "x" + size.width() + " in " + Causes.nameOf(node),
            (strided ? ".stride(1)" : "") + ".padding(" + Windows.arguments(padding) + ")",
            null));
  }

  private static boolean changesSize(Node node) {
    Window window = window(node.op());
    return window != null
        && (node.output().height() != node.inputs().get(0).output().height()
            || node.output().width() != node.inputs().get(0).output().width());
  }

  private static Window window(Op op) {
    if (op instanceof ConvOp conv) {
      return conv.window();
    }
    if (op instanceof MaxPoolOp pool) {
      return pool.window();
    }
    return op instanceof AvgPoolOp pool ? pool.window() : null;
  }
}
