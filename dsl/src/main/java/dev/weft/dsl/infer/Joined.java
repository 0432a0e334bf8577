package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.StageInput;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One of several values that become one.
 *
 * @param label what messages call it: {@code branch 0}
 * @param stage the stage that makes it, as another one reads it; null if it is a branch
 * @param flow the value
 * @param nodes the nodes that made it from the common input, if it is a branch
 */
record Joined(String label, String stage, Flow flow, List<Node> nodes) {
  private static final String INPUT = "the input";

  static Joined branch(String label, Flow flow, List<Node> nodes) {
    return new Joined(label, null, flow, nodes);
  }

  static Joined stage(String name, Flow flow) {
    return new Joined(name.equals(StageInput.NETWORK) ? INPUT : name, name, flow, List.of());
  }

  /** The input of a block. */
  static Joined input(Flow flow) {
    return new Joined(INPUT, null, flow, List.of());
  }

  Shape shape() {
    return flow.shape();
  }

  /** For a headline. */
  String produces() {
    return label + (label.equals(INPUT) ? " carries " : " produces ") + shape().compact();
  }

  /** What it has and why, for a message. */
  Problem.Detail side() {
    return nodes.isEmpty()
        ? Details.side(label, flow)
        : new Problem.Detail(label, flow.shape(), null, Causes.of(nodes));
  }

  /** How its nodes would make an image of a size; empty if none of their windows can. */
  Optional<SizeEdits> sizeEdits(Shape size) {
    return nodes.isEmpty()
        ? Optional.empty()
        : SizeEdits.find(nodes, nodes.get(0).inputs().get(0).output(), size);
  }

  /** The operation that chose its number of channels or features. */
  Optional<Node> lastSized() {
    return Causes.lastSized(stage == null ? nodes : Chain.sinceJoin(flow.node()))
        .filter(node -> node.output().channels() == shape().channels());
  }

  /** The name of one of its nodes where it joins. */
  String nameOf(Node node) {
    return stage == null ? Causes.nameOf(node) : node.name();
  }
}
