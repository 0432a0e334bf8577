package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Node;
import java.util.ArrayList;
import java.util.List;

/** One call of a kernel. */
public sealed interface Step {
  /** The node that the step belongs to. */
  Node node();

  /** The values it reads. */
  List<Value> reads();

  /** The values it writes. */
  List<Value> writes();

  /** Those of the values it reads over which it may write the last of those that it writes. */
  List<Value> overwritable();

  /**
   * Computes a node's output.
   *
   * @param node the node
   * @param inputs the outputs of its inputs
   * @param saved what it keeps for the backward pass
   * @param output its output
   */
  record Forward(Node node, List<Value> inputs, List<Value> saved, Value output) implements Step {
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
   * Computes the gradients of a node's parameters and inputs.
   *
   * @param node the node
   * @param inputs its inputs; none where the operation does not read them
   * @param output its output, or null where the operation does not read it
   * @param saved what the forward pass kept
   * @param gradient the gradient of its output
   * @param inputGradients receive the gradients of its inputs
   */
  record Backward(
      Node node,
      List<Value> inputs,
      Value output,
      List<Value> saved,
      Value gradient,
      List<Value> inputGradients)
      implements Step {
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
      return inputGradients;
    }

    @Override
    public List<Value> overwritable() {
      return node.op().inPlace() ? List.of(gradient) : List.of();
    }

    /** Whether it is needed only if the gradient of the network's input is asked for. */
    public boolean isOptional() {
      return node.op().parameterCount() == 0 && inputGradients.stream().allMatch(Value::isOptional);
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
