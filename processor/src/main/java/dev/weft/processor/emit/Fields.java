package dev.weft.processor.emit;

import dev.weft.dsl.graph.Node;
import java.util.HashMap;
import java.util.Map;

/** By which expression the passes reach each node's layer: {@code c1.conv0}. */
final class Fields {
  private final Map<Node, String> expressions = new HashMap<>();

  void put(Node node, String expression) {
    expressions.put(node, expression);
  }

  String of(Node node) {
    return expressions.get(node);
  }
}
