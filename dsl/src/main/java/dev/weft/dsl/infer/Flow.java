package dev.weft.dsl.infer;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;

/**
 * The value that flows from one layer to the next.
 *
 * @param node the node that computes it
 * @param producer the layer, as a reader of the declaration sees it, that it comes from; null for
 *     the network's input, and for what stands in for one that could not be read
 * @param producerName the full name of that layer, or of what could not be read
 */
record Flow(Node node, Declared producer, String producerName) {
  Shape shape() {
    return node.output();
  }

  Flow producedBy(Declared producer, Scope scope) {
    return new Flow(node, producer, scope.name());
  }
}
