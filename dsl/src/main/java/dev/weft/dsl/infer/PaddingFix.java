package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the sliding windows of a path which, padded, would let the path keep its size. */
final class PaddingFix {
  private PaddingFix() {}

  /** The one fix that pads all of them. */
  static Optional<Problem.Fix> find(List<Node> path, Shape size) {
    Map<Node, String> edits = edits(path, size);
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(fix(Windows.size(size), Windows.size(size), edits));
  }

  /** What to write at each window; nothing if padding alone does not keep the size. */
  static Map<Node, String> edits(List<Node> path, Shape size) {
    Map<Node, String> edits = new LinkedHashMap<>();
    for (Node node : path) {
      if (Windows.changesSize(node)) {
        edit(node).ifPresent(edit -> edits.put(node, edit));
      }
    }
    boolean isEnough =
        path.stream().allMatch(node -> Windows.keepsAnySize(node) || edits.containsKey(node));
    return isEnough && size.rank() == 3 ? edits : Map.of();
  }

  /** One fix of all windows, which then keep a height and width or make another. */
  static Problem.Fix fix(Shape from, Shape to, Map<Node, String> edits) {
    String kept = (from.equals(to) ? "keep " : "make ") + to.compact();
    List<Node> nodes = List.copyOf(edits.keySet());
    if (nodes.size() == 1) {
      Node only = nodes.get(0);
      return new Problem.Fix(kept + " in " + Causes.nameOf(only), edits.get(only), null);
    }
    boolean isDistinct = nodes.stream().map(Causes::nameOf).distinct().count() == nodes.size();
    Map<String, List<String>> names = new LinkedHashMap<>();
    edits.forEach(
        (node, edit) ->
            names
                .computeIfAbsent(edit, each -> new ArrayList<>())
                .add(isDistinct ? Causes.nameOf(node) : node.name()));
    String all =
        names.entrySet().stream()
            .map(entry -> Causes.listed(entry.getValue()) + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return Problem.Fix.of(kept + ": give " + all);
  }

  private static Optional<String> edit(Node node) {
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
    return Optional.of(
        (strided ? ".stride(1)" : "") + ".padding(" + Windows.keeping(window).listed() + ")");
  }
}
