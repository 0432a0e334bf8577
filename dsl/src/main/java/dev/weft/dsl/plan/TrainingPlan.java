package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.Op;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The training pass: the forward steps, then for each node in reverse the sum of the gradients that
 * its consumers sent, and the step that sends them on. What is frozen is computed as in inference,
 * and has backward steps only where something in front of it is trained.
 */
final class TrainingPlan {
  private final Graph graph;
  private final JoinedActivations activations;
  private final ForwardPlan forward;
  private final Set<Node> trained = new HashSet<>();

  /** Whether no gradient gets to the network's input, as it would cross what is frozen. */
  private final boolean isCut;

  /** The nodes whose gradient a loss hands in. */
  private final Set<Node> ends = new HashSet<>();

  private final Map<Node, List<Value>> parts = new HashMap<>();
  private final Map<Node, Integer> consumers = new HashMap<>();
  private final List<Step> backward = new ArrayList<>();

  TrainingPlan(Graph graph) {
    this.graph = graph;
    ends.add(graph.output());
    graph.sideOutputs().forEach(side -> ends.add(side.node()));
    countConsumers();
    this.activations = JoinedActivations.of(graph, consumers);
    this.forward =
        new ForwardPlan(
            graph, Set.copyOf(graph.nodes()), TrainingPlan::isSkipped, activations, true);
    findTrained();
    isCut =
        graph.nodes().stream()
            .filter(node -> !trained.contains(node))
            .anyMatch(node -> node.op().parameterCount() > 0);
  }

  /** Whether a node passes its input on unchanged. */
  private static boolean isSkipped(Node node) {
    return node.isFrozen() && ForwardPlan.onlyTrains(node);
  }

  Pass pass() {
    Value outputGradient = part(graph.output());
    send(graph.output(), outputGradient);
    List<Pass.SideOutput> sideOutputs = graph.sideOutputs().stream().map(this::start).toList();
    for (int i = graph.nodes().size() - 1; i > 0; i--) {
      backward(graph.nodes().get(i));
    }
    Value inputGradient = isWanted(graph.input()) ? received(graph.input()) : null;
    Value input = forward.output(graph.input());
    Value output = forward.output(graph.output());
    InPlaceConcat concat = new InPlaceConcat(forwardSteps(), output);
    MemoryPlan memory =
        new MemoryPlan(concat.steps(), concat.slices())
            .startWith(input)
            .loss(output, outputGradient);
    for (Pass.SideOutput side : sideOutputs) {
      memory.loss(side.output(), side.gradient());
    }
    return new Pass(
        concat.steps(),
        backward,
        input,
        output,
        outputGradient,
        inputGradient,
        sideOutputs,
        memory.then(backward).assign());
  }

  private List<Step> forwardSteps() {
    return Fusion.fuseFrozen(
        forward.steps(), backward, ends.stream().map(forward::output).toList());
  }

  private Pass.SideOutput start(Graph.SideOutput side) {
    Value gradient = part(side.node());
    send(side.node(), gradient);
    return new Pass.SideOutput(forward.output(side.node()), gradient, side.weight());
  }

  /** Nodes whose value depends on what is trained; only their gradients are always needed. */
  private void findTrained() {
    for (Node node : graph.nodes()) {
      if (node.trainedParameters() > 0 || node.inputs().stream().anyMatch(trained::contains)) {
        trained.add(node);
      }
    }
  }

  /** Whether the gradient of a node is needed, be it only for that of the network's input. */
  private boolean isWanted(Node node) {
    return !isCut || trained.contains(node);
  }

  private void countConsumers() {
    for (Node node : graph.nodes()) {
      for (Node input : node.inputs()) {
        consumers.merge(input, 1, Integer::sum);
      }
    }
    consumers.merge(graph.output(), 1, Integer::sum);
    graph.sideOutputs().forEach(side -> consumers.merge(side.node(), 1, Integer::sum));
  }

  private void backward(Node node) {
    if (!isWanted(node)) {
      return;
    }
    Value gradient = received(node);
    Op op = node.op();
    if (op instanceof AddOp || activations.isJoinedToNorm(node) || isSkipped(node)) {
      node.inputs().forEach(input -> send(input, gradient));
    } else if (op instanceof FlattenOp) {
      Node input = node.inputs().get(0);
      send(input, part(input, gradient, 0));
    } else if (op instanceof ConcatOp) {
      int channel = 0;
      for (Node input : node.inputs()) {
        send(input, part(input, gradient, channel));
        channel += input.output().channels();
      }
    } else {
      addStep(node, gradient);
    }
  }

  private void addStep(Node node, Value gradient) {
    Set<Op.Need> needs = node.backwardNeeds();
    List<Optional<Value>> inputGradients =
        node.inputs().stream()
            .map(input -> isWanted(input) ? Optional.of(part(input)) : Optional.<Value>empty())
            .toList();
    List<Value> inputs =
        needs.contains(Op.Need.INPUT)
            ? node.inputs().stream().map(forward::output).toList()
            : List.of();
    Optional<Node> activation = activations.behind(node).filter(activations::isJoinedToNorm);
    Value output =
        needs.contains(Op.Need.OUTPUT) || activation.isPresent()
            ? forward.output(activation.orElse(node))
            : null;
    backward.add(
        new Step.Backward(
            node, activation, inputs, output, forward.savedOf(node), gradient, inputGradients));
    for (int i = 0; i < inputGradients.size(); i++) {
      Node input = node.inputs().get(i);
      inputGradients.get(i).ifPresent(part -> send(input, part));
    }
  }

  private void send(Node to, Value gradient) {
    if (isWanted(to)) {
      parts.computeIfAbsent(to, node -> new ArrayList<>()).add(gradient);
    }
  }

  /** The sum of what a node's consumers sent. */
  private Value received(Node node) {
    List<Value> received = parts.get(node);
    Value sum = received.get(0);
    for (int i = 1; i < received.size(); i++) {
      boolean last = i == received.size() - 1;
      Value next = gradient(node, last ? "" : "Sum" + i);
      backward.add(new Step.Accumulate(node, sum, received.get(i), next));
      sum = next;
    }
    return sum;
  }

  /** A new gradient for a node: the whole if this is its only consumer, else a part. */
  private Value part(Node node) {
    return gradient(node, label(node));
  }

  /** The same, where it is some of the channels of another gradient. */
  private Value part(Node node, Value source, int firstChannel) {
    return Value.of(source, firstChannel, node, Value.Role.GRADIENT, label(node));
  }

  private String label(Node node) {
    int number = parts.getOrDefault(node, List.of()).size() + 1;
    return consumers.get(node) == 1 ? "" : Integer.toString(number);
  }

  private Value gradient(Node node, String label) {
    boolean optional = !trained.contains(node) && !ends.contains(node);
    return Value.written(node, Value.Role.GRADIENT, label, node.output(), optional);
  }
}
