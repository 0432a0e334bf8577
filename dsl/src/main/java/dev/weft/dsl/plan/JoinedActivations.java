package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Op;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The activations that training computes along with the convolution, dense layer, batch
 * normalisation or addition in front of them, so that what is between them is never written. They
 * are those whose derivative follows from their output, where nothing else reads their input. What
 * is frozen is joined as in inference, by {@link Fusion}.
 */
final class JoinedActivations {
  private final Map<Node, Node> byLayer = new HashMap<>();
  private final Set<Node> joined = new HashSet<>();

  private JoinedActivations() {}

  /** For a pass in which each layer is a step of its own. */
  static JoinedActivations none() {
    return new JoinedActivations();
  }

  /**
   * Those of a network.
   *
   * @param consumers how often the output of each node is read
   */
  static JoinedActivations of(Graph graph, Map<Node, Integer> consumers) {
    JoinedActivations activations = new JoinedActivations();
    for (Node node : graph.nodes()) {
      if (Fusion.isActivation(node.op())
          && node.op().backwardNeeds().equals(Set.of(Op.Need.OUTPUT))) {
        Node layer = node.inputs().get(0);
        if (consumers.get(layer) == 1 && !layer.isFrozen() && accepts(layer.op())) {
          activations.byLayer.put(layer, node);
          activations.joined.add(node);
        }
      }
    }
    return activations;
  }

  private static boolean accepts(Op op) {
    return op instanceof ConvOp
        || op instanceof DenseOp
        || op instanceof BatchNormOp
        || op instanceof AddOp;
  }

  /** What is computed along with a layer. */
  Optional<Node> behind(Node layer) {
    return Optional.ofNullable(byLayer.get(layer));
  }

  /** Whether a node is computed along with the one in front of it. */
  boolean isJoined(Node node) {
    return joined.contains(node);
  }

  /** The same, where the gradient of both is computed at once, too. */
  boolean isJoinedToNorm(Node node) {
    return isJoined(node) && node.inputs().get(0).op() instanceof BatchNormOp;
  }
}
