package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.Op;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Makes one step of a convolution, a dense layer or a batch normalisation and what follows it at
 * once: a batch normalisation, an addition, an activation, each or none, in this order. What is
 * between them is then never written. A value that something else reads, too, ends the chain.
 *
 * <p>Training does so with what is frozen, which it computes as inference does.
 */
final class Fusion {
  private final Map<Value, Integer> readers = new HashMap<>();

  /** Each step by what it puts out, in the order in which they run. */
  private final Map<Value, Step> placed = new LinkedHashMap<>();

  /** The layers with weights or statistics that may be computed along with others. */
  private final Predicate<Node> fusible;

  private Fusion(Predicate<Node> fusible) {
    this.fusible = fusible;
  }

  /**
   * The steps of inference, some of them joined.
   *
   * @param output what is read at their end
   */
  static List<Step> fuse(List<Step.Forward> steps, Value output) {
    return new Fusion(node -> true).fuse(steps, Stream.of(output));
  }

  /**
   * The forward steps of training, those of frozen layers joined where the backward pass reads
   * nothing of what is between them.
   *
   * @param backward the steps that follow
   * @param outputs what is read before these
   */
  static List<Step> fuseFrozen(List<Step.Forward> steps, List<Step> backward, List<Value> outputs) {
    Stream<Value> read = backward.stream().flatMap(step -> step.reads().stream());
    return new Fusion(Node::isFrozen).fuse(steps, Stream.concat(read, outputs.stream()));
  }

  private List<Step> fuse(List<Step.Forward> steps, Stream<Value> readLater) {
    steps.forEach(step -> step.inputs().forEach(this::countReader));
    readLater.forEach(this::countReader);
    steps.forEach(this::place);
    return placed.values().stream().map(Fusion::plainIfAlone).toList();
  }

  private void countReader(Value value) {
    readers.merge(value.storage(), 1, Integer::sum);
  }

  /** Puts a step behind all others, as only there all that a joined one reads is known. */
  private void place(Step.Forward step) {
    for (Value input : step.inputs()) {
      if (placed.get(input) instanceof Step.Fused before
          && readers.get(input) == 1
          && accepts(before, step)) {
        placed.remove(input);
        placed.put(step.output(), before.then(step, input));
        return;
      }
    }
    placed.put(step.output(), isFirst(step.node()) ? Step.Fused.of(step) : step);
  }

  private boolean isFirst(Node node) {
    Op op = node.op();
    return fusible.test(node)
        && (op instanceof ConvOp || op instanceof DenseOp || op instanceof BatchNormOp);
  }

  private boolean accepts(Step.Fused before, Step.Forward step) {
    List<Node> followers = before.followers();
    Op op = step.node().op();
    if (op instanceof BatchNormOp) {
      return followers.isEmpty()
          && !(before.node().op() instanceof BatchNormOp)
          && fusible.test(step.node());
    }
    if (step.activation().isPresent()) {
      return false;
    }
    boolean isActive = followers.stream().map(Node::op).anyMatch(Fusion::isActivation);
    return !isActive && (isActivation(op) || op instanceof AddOp && before.addend().isEmpty());
  }

  static boolean isActivation(Op op) {
    return op instanceof ActivationOp || op instanceof LeakyReluOp;
  }

  private static Step plainIfAlone(Step step) {
    return step instanceof Step.Fused fused && fused.followers().isEmpty()
        ? new Step.Forward(
            fused.node(), Optional.empty(), fused.inputs(), List.of(), fused.output())
        : step;
  }
}
