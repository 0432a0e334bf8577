package dev.weft.dsl.infer;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Shortcut;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/** How a shortcut that the author declared comes to the shape of the body. */
final class CustomShortcut {
  private CustomShortcut() {}

  /** A stride or a number of filters of its one 1x1 convolution. */
  static Optional<Problem.Fix> fix(Skip skip) {
    Shape body = skip.body().shape();
    List<Node> convolutions =
        skip.shortcutNodes().stream().filter(node -> node.op() instanceof ConvOp).toList();
    Optional<Extent> stride = Projection.stride(skip.input().shape(), body);
    if (convolutions.size() != 1 || stride.isEmpty() || !isOnlyPointwise(skip.shortcutNodes())) {
      return Optional.empty();
    }
    Shortcut.Custom custom = (Shortcut.Custom) skip.layer().shortcut();
    if (custom.layer() instanceof ConvLayer conv && conv.groups() == 1) {
      String edit = ".shortcut(" + call(conv, body.channels(), stride.get()) + ")";
      return Optional.of(new Problem.Fix("let the shortcut follow the body", edit, null));
    }
    return Optional.of(change(convolutions.get(0), body.channels(), stride.get()));
  }

  /** Whether the size depends on the stride of 1x1 convolutions alone. */
  private static boolean isOnlyPointwise(List<Node> nodes) {
    return nodes.stream()
        .allMatch(
            node ->
                node.op() instanceof ConvOp conv
                    ? conv.window().kernel().is(1) && conv.window().padding().is(0)
                    : node.output().equals(node.inputs().get(0).output()));
  }

  private static String call(ConvLayer conv, int filters, Extent stride) {
    return "conv1x1("
        + filters
        + ")"
        + (stride.is(1) ? "" : ".stride(" + Windows.arguments(stride) + ")")
        + (conv.bias() ? "" : ".noBias()")
        + (conv.inChannels().isEmpty() ? "" : ".inChannels(" + conv.inChannels().getAsInt() + ")")
        + (conv.init() == Init.HE ? "" : ".init(Init." + conv.init() + ")")
        + (conv.name() == null ? "" : ".named(\"" + conv.name() + "\")");
  }

  private static Problem.Fix change(Node node, int filters, Extent stride) {
    Window window = ((ConvOp) node.op()).window();
    boolean isStrideRight = window.stride().equals(stride);
    String name = Causes.nameOf(node) + " of the shortcut";
    Problem.Fix resized = Causes.resized(name, node, filters);
    if (node.output().channels() == filters) {
      return strided("give " + name, stride, node);
    }
    return isStrideRight ? resized : strided(resized.action() + " and", stride, node);
  }

  private static Problem.Fix strided(String action, Extent stride, Node node) {
    String edit = ".stride(" + Windows.arguments(stride) + ")";
    return new Problem.Fix(action + " the stride of the body", edit, null, node.declaredBy());
  }
}
