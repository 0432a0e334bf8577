package dev.weft.processor.emit;

import dev.weft.dsl.Declared;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.FlattenOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the layers of a network were declared, by place, since blocks have theirs in common.
 *
 * <pre>
 * ResNetBlocks.java:21: layer1.0.conv1 layer1.1.conv1 layer2.0.conv1
 * ResNetBlocks.java:22: layer1.0.conv2 layer1.1.conv2 layer2.0.conv2
 * </pre>
 */
final class PlaceLines {
  private static final int LONGEST = 90;

  private PlaceLines() {}

  /**
   * A line for each place, or several where it has many layers.
   *
   * @param places where something was declared: {@code ResNetBlocks.java:21}
   */
  static List<String> of(Graph graph, Function<Declared, Optional<String>> places) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      if (!(node.op() instanceof FlattenOp)) {
        places
            .apply(node.declaredBy())
            .ifPresent(
                place ->
                    names
                        .computeIfAbsent(place, unknown -> new LinkedHashSet<>())
                        .add(node.name()));
      }
    }
    List<String> lines = new ArrayList<>();
    names.forEach((place, layers) -> addLines(place, layers, lines));
    return lines;
  }

  private static void addLines(String place, Set<String> layers, List<String> lines) {
    StringBuilder line = new StringBuilder(place).append(':');
    for (String layer : layers) {
      if (line.length() > place.length() + 1 && line.length() + layer.length() >= LONGEST) {
        lines.add(line.toString());
        line.setLength(place.length() + 1);
      }
      line.append(' ').append(layer);
    }
    lines.add(line.toString());
  }
}
