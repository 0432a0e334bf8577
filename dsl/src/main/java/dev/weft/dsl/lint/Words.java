package dev.weft.dsl.lint;

import dev.weft.dsl.Layer;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Problem;

/** Lines that several messages share. */
final class Words {
  private Words() {}

  /** What made the node, as its declaration calls it: {@code separableConv}. */
  static String kind(Node node) {
    return node.declaredBy() instanceof Layer layer ? layer.kind() : node.op().kind();
  }

  /** What a node gets, and from where. */
  static Problem.Detail input(Node node) {
    Node input = node.inputs().get(0);
    return input.declaredBy() == null
        ? new Problem.Detail("input", input.output(), null, "the network's input")
        : new Problem.Detail("input", input.output(), input.declaredBy(), "from " + input.name());
  }
}
