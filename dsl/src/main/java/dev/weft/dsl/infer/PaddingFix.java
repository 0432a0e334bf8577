package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.MaxPoolOp;
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
    if (!(node.op() instanceof ConvOp
        || node.op() instanceof MaxPoolOp
        || node.op() instanceof AvgPoolOp)) {
      return Optional.empty();
    }
    Window window = node.op().slidingWindow().orElseThrow();
    Extent reach = window.reach();
    boolean odd = reach.height() % 2 == 1 && reach.width() % 2 == 1;
    boolean strided = !window.stride().is(1);
    boolean isConv = node.op() instanceof ConvOp;
    // A pooling refuses padding beyond half its kernel, which a dilated one would need.
    boolean isRefused = !isConv && !window.dilation().is(1);
    if (!odd || isRefused || (strided && isConv)) {
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
    Shape input = node.inputs().get(0).output();
    return node.output().rank() == 3
        && input.rank() == 3
        && (node.output().height() != input.height() || node.output().width() != input.width());
  }
}
