package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;

/**
 * The value that flows from one layer to the next.
 *
 * @param node the node that computes it
 * @param producer the layer, as a reader of the declaration sees it, that it comes from; null for
 *     the network's input
 * @param producerName that layer's full name
 */
record Flow(Node node, Layer producer, String producerName) {
  Shape shape() {
    return node.output();
  }

  Flow producedBy(Layer layer, Scope scope) {
    return new Flow(node, layer, scope.name());
  }
}
