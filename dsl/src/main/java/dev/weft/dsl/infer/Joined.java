package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One of several values that become one.
 *
 * @param label what messages call it: {@code branch 0}
 * @param flow the value
 * @param nodes the nodes that made it from the common input, if there is one
 */
record Joined(String label, Flow flow, List<Node> nodes) {
  private static final String INPUT = "the input";

  Joined(String label, Flow flow) {
    this(label, flow, List.of());
  }

  /** An input, of the network or of a block. */
  static Joined input(Flow flow) {
    return new Joined(INPUT, flow);
  }

  /** Its shape, as a part of a sentence. */
  String says() {
    return label + (label.equals(INPUT) ? " carries " : " produces ") + flow.shape().compact();
  }

  /** What it has and why, for a message. */
  Problem.Detail side() {
    return nodes.isEmpty()
        ? Details.side(label, flow)
        : new Problem.Detail(label, flow.shape(), null, Causes.of(nodes));
  }

  /** How its nodes would keep the size of their input. */
  Optional<Problem.Fix> paddingFix() {
    return nodes.isEmpty()
        ? Optional.empty()
        : PaddingFix.find(nodes, nodes.get(0).inputs().get(0).output());
  }
}
