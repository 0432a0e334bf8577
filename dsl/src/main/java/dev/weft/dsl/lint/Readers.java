package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A network, and who reads each of its values. */
final class Readers {
  private final Graph graph;
  private final Map<Node, List<Node>> readers = new HashMap<>();
  private final Set<Node> outputs = new HashSet<>();

  Readers(Graph graph) {
    this.graph = graph;
    for (Node node : graph.nodes()) {
      node.inputs().forEach(in -> readers.computeIfAbsent(in, n -> new ArrayList<>()).add(node));
    }
    outputs.add(graph.output());
    graph.sideOutputs().forEach(side -> outputs.add(side.node()));
  }

  Graph graph() {
    return graph;
  }

  /** The nodes that have inputs. */
  Stream<Node> operations() {
    return graph.nodes().stream().filter(node -> !node.inputs().isEmpty());
  }

  /** Those that may get other parameters: the ones of frozen layers were trained as they are. */
  Stream<Node> trained() {
    return operations().filter(node -> !node.isFrozen());
  }

  /** The one node that reads a value; empty if several do, or it leaves the network. */
  Optional<Node> only(Node node) {
    List<Node> all = readers.getOrDefault(node, List.of());
    return all.size() == 1 && !outputs.contains(node) ? Optional.of(all.get(0)) : Optional.empty();
  }
}
