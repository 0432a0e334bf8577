package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of a kernel. */
public sealed interface Step {
  /** The node that the step belongs to. */
  Node node();

  /** All nodes that it computes at once. */
  default List<Node> nodes() {
    return List.of(node());
  }

  /** The values it reads. */
  List<Value> reads();

  /** The values it writes. */
  List<Value> writes();

  /** Those of the values it reads over which it may write the last of those that it writes. */
  List<Value> overwritable();

  /**
   * Computes a node's output, in training perhaps with an activation of it at once.
   *
   * @param node the node
   * @param activation the activation
   * @param inputs the outputs of its inputs
   * @param saved what it keeps for the backward pass
   * @param output its output, or the activation's
   */
  record Forward(
      Node node, Optional<Node> activation, List<Value> inputs, List<Value> saved, Value output)
      implements Step {
    @Override
    public List<Node> nodes() {
      return withActivation(node, activation);
    }

    @Override
    public List<Value> reads() {
      return inputs;
    }

    @Override
    public List<Value> writes() {
      List<Value> all = new ArrayList<>(saved);
      all.add(output);
      return all;
    }

    @Override
    public List<Value> overwritable() {
      return node.op().inPlace() ? inputs : List.of();
    }
  }

  /**
   * Computes, as in inference, a layer and what follows it at once.
   *
   * @param node the convolution, dense layer or batch normalisation
   * @param followers a batch normalisation, an addition and an activation, each or none
   * @param inputs the node's input, and what is added to its output, if anything is
   * @param output the output of the last follower
   */
  record Fused(Node node, List<Node> followers, List<Value> inputs, Value output) implements Step {
    /** One layer, so far. */
    static Fused of(Forward step) {
      return new Fused(step.node(), List.of(), step.inputs(), step.output());
    }

    /** These and one step more, which reads their output {@code joined} and perhaps others. */
    Fused then(Forward step, Value joined) {
      List<Node> nodes = new ArrayList<>(followers);
      nodes.add(step.node());
      List<Value> all = new ArrayList<>(inputs);
      step.inputs().stream().filter(input -> input != joined).forEach(all::add);
      return new Fused(node, List.copyOf(nodes), List.copyOf(all), step.output());
    }

    /** What is added; empty if nothing is. */
    public Optional<Value> addend() {
      return inputs.stream().skip(1).findFirst();
    }

    @Override
    public List<Node> nodes() {
      List<Node> all = new ArrayList<>(followers);
      all.add(0, node);
      return all;
    }

    @Override
    public List<Value> reads() {
      return inputs;
    }

    @Override
    public List<Value> writes() {
      return List.of(output);
    }

    @Override
    public List<Value> overwritable() {
      return node.op().inPlace()
          ? inputs
          : addend().filter(added -> added.storage() != inputs.get(0).storage()).stream().toList();
    }
  }

  private static List<Node> withActivation(Node node, Optional<Node> activation) {
    return activation.map(behind -> List.of(node, behind)).orElse(List.of(node));
  }

  /**
   * Computes the gradients of a node's parameters and inputs, perhaps from that of an activation of
   * its output.
   *
   * @param node the node
   * @param activation the activation
   * @param inputs its inputs; none where the operation does not read them
   * @param output its output, or the activation's; null where the operation does not read it
   * @param saved what the forward pass kept
   * @param gradient the gradient of its output, or the activation's
   * @param inputGradients receive the gradients of its inputs; empty for those that nothing needs
   */
  record Backward(
      Node node,
      Optional<Node> activation,
      List<Value> inputs,
      Value output,
      List<Value> saved,
      Value gradient,
      List<Optional<Value>> inputGradients)
      implements Step {
    @Override
    public List<Node> nodes() {
      return withActivation(node, activation);
    }

    @Override
    public List<Value> reads() {
      List<Value> all = new ArrayList<>(inputs);
      if (output != null) {
        all.add(output);
      }
      all.addAll(saved);
      all.add(gradient);
      return all;
    }

    @Override
    public List<Value> writes() {
      return inputGradients.stream().flatMap(Optional::stream).toList();
    }

    @Override
    public List<Value> overwritable() {
      return node.op().inPlace() ? List.of(gradient) : List.of();
    }

    /** Whether it is needed only if the gradient of the network's input is asked for. */
    public boolean isOptional() {
      return node.op().parameterCount() == 0 && writes().stream().allMatch(Value::isOptional);
    }
  }

  /**
   * Adds two parts of a gradient.
   *
   * @param node the node whose gradient it is
   * @param first one part
   * @param second the other
   * @param sum receives the sum
   */
  record Accumulate(Node node, Value first, Value second, Value sum) implements Step {
    @Override
    public List<Value> reads() {
      return List.of(first, second);
    }

    @Override
    public List<Value> writes() {
      return List.of(sum);
    }

    @Override
    public List<Value> overwritable() {
      return reads();
    }
  }
}
