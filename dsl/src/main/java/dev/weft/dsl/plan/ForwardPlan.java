package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.FlattenOp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The forward steps of a pass, and the value of each node. */
final class ForwardPlan {
  private final Map<Node, Value> outputs = new HashMap<>();
  private final Map<Node, List<Value>> saved = new HashMap<>();
  private final JoinedActivations activations;
  private final List<Step.Forward> steps = new ArrayList<>();

  /**
   * Plans the nodes in order.
   *
   * @param needed the nodes that this pass computes
   * @param skipped nodes that pass their input on unchanged in this pass
   * @param activations what is computed along with the layer in front of it
   * @param saves whether a backward pass will follow
   */
  ForwardPlan(
      Graph graph,
      Set<Node> needed,
      Predicate<Node> skipped,
      JoinedActivations activations,
      boolean saves) {
    this.activations = activations;
    for (Node node : graph.nodes()) {
      if (!needed.contains(node) || activations.isJoined(node)) {
        continue;
      }
      List<Value> inputs = node.inputs().stream().map(outputs::get).toList();
      if (skipped.test(node)) {
        outputs.put(node, inputs.get(0));
      } else {
        plan(node, inputs, saves);
      }
    }
  }

  private void plan(Node node, List<Value> inputs, boolean saves) {
    if (node.op() instanceof FlattenOp) {
      outputs.put(node, Value.of(inputs.get(0), 0, node, Value.Role.OUTPUT, ""));
      return;
    }
    Optional<Node> activation = activations.behind(node);
    Node last = activation.orElse(node);
    Value output = Value.written(last, Value.Role.OUTPUT, "", last.output(), false);
    outputs.put(last, output);
    if (inputs.isEmpty()) {
      return;
    }
    List<Value> kept = saves ? toSave(node) : List.of();
    saved.put(node, kept);
    steps.add(new Step.Forward(node, activation, inputs, kept, output));
  }

  private static List<Value> toSave(Node node) {
    return node.op().saved(node.inputs().get(0).output()).stream()
        .map(kept -> Value.written(node, Value.Role.SAVED, kept.name(), kept.shape(), false))
        .toList();
  }

  /** Whether a node passes its input on unchanged in inference. */
  static boolean onlyTrains(Node node) {
    return node.op() instanceof DropoutOp || node.op() instanceof DropPathOp;
  }

  List<Step.Forward> steps() {
    return steps;
  }

  Value output(Node node) {
    return outputs.get(node);
  }

  List<Value> savedOf(Node node) {
    return saved.getOrDefault(node, List.of());
  }
}
