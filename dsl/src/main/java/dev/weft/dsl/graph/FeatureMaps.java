package dev.weft.dsl.graph;

import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The images that a network makes. */
public final class FeatureMaps {
  private FeatureMaps() {}

  /**
   * The last image in front of the output that has more than one pixel, before any pooling of it
   * all; else the last of one pixel; empty if the network makes none.
   */
  public static Optional<Node> last(Graph graph) {
    Set<Node> inferred = graph.inferred();
    List<Node> images =
        graph.nodes().stream()
            .filter(node -> inferred.contains(node) && !node.inputs().isEmpty())
            .filter(node -> node.output().rank() == 3)
            .toList();
    return lastOf(images.stream().filter(node -> pixels(node.output()) > 1).toList())
        .or(() -> lastOf(images));
  }

  private static Optional<Node> lastOf(List<Node> nodes) {
    return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes.get(nodes.size() - 1));
  }

  private static long pixels(Shape image) {
    return (long) image.height() * image.width();
  }
}
