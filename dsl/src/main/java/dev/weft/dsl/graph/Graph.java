package dev.weft.dsl.graph;

import dev.weft.dsl.Declared;
import dev.weft.dsl.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A network whose every shape is known: operations in the order in which they run. That it exists
 * means that the network fits together.
 *
 * @param name the simple name of the declaring interface
 * @param input the node of the input, the first of {@code nodes}
 * @param nodes all nodes, each behind its inputs
 * @param output the node of the output
 * @param stages the stages in order
 * @param sideOutputs what only training computes, in order
 */
public record Graph(
    String name,
    Node input,
    List<Node> nodes,
    Node output,
    List<Stage> stages,
    List<SideOutput> sideOutputs) {

  /**
   * One stage.
   *
   * @param name its name
   * @param output the node whose value it passes on
   */
  public record Stage(Name name, Node output) {}

  /**
   * The output of an auxiliary head.
   *
   * @param node the node that computes it
   * @param weight the weight of its loss
   * @param declaredBy the auxiliary head as a whole
   */
  public record SideOutput(Node node, double weight, Declared declaredBy) {}

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a shape is not known
   */
  public Graph {
    nodes = List.copyOf(nodes);
    stages = List.copyOf(stages);
    sideOutputs = List.copyOf(sideOutputs);
    for (Node node : nodes) {
      if (!node.output().isKnown()) {
        throw new IllegalArgumentException("the shape of " + node.name() + " is not known");
      }
    }
  }

  /** The number of trainable elements, those of frozen layers among them. */
  public long parameters() {
    return nodes.stream().mapToLong(node -> node.op().parameterCount()).sum();
  }

  /** The number of trainable elements of frozen layers. */
  public long frozenParameters() {
    return parameters() - nodes.stream().mapToLong(Node::trainedParameters).sum();
  }

  /** Multiply-adds of convolutions and dense layers for one image. */
  public long macs() {
    return nodes.stream().mapToLong(Node::macs).sum();
  }

  /** The nodes that the output depends on: without auxiliary heads. */
  public Set<Node> inferred() {
    Set<Node> needed = new HashSet<>(Set.of(output));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      if (needed.contains(nodes.get(i))) {
        needed.addAll(nodes.get(i).inputs());
      }
    }
    return needed;
  }

  /** The shape of one output. */
  public Shape outputShape() {
    return output.output();
  }
}
