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

/**
 * Makes one step of a convolution, a dense layer or a batch normalisation and what follows it at
 * once: a batch normalisation, an addition, an activation, each or none, in this order. What is
 * between them is then never written. A value that something else reads, too, ends the chain.
 */
final class Fusion {
  private final Map<Value, Integer> readers = new HashMap<>();

  /** Each step by what it puts out, in the order in which they run. */
  private final Map<Value, Step> placed = new LinkedHashMap<>();

  private Fusion() {}

  /**
   * The steps, some of them joined.
   *
   * @param steps forward steps that keep nothing
   * @param output what is read at their end
   */
  static List<Step> fuse(List<Step.Forward> steps, Value output) {
    Fusion fusion = new Fusion();
    steps.forEach(step -> step.inputs().forEach(fusion::countReader));
    fusion.countReader(output);
    steps.forEach(fusion::place);
    return fusion.placed.values().stream().map(Fusion::plainIfAlone).toList();
  }

  private void countReader(Value value) {
    readers.merge(value.storage(), 1, Integer::sum);
  }

  /** Puts a step behind all others, as only there all that a joined one reads is known. */
  private void place(Step.Forward step) {
    for (Value input : step.inputs()) {
      if (placed.get(input) instanceof Step.Fused before
          && readers.get(input) == 1
          && accepts(before, step.node().op())) {
        placed.remove(input);
        placed.put(step.output(), before.then(step, input));
        return;
      }
    }
    placed.put(step.output(), isFirst(step.node().op()) ? Step.Fused.of(step) : step);
  }

  private static boolean isFirst(Op op) {
    return op instanceof ConvOp || op instanceof DenseOp || op instanceof BatchNormOp;
  }

  private static boolean accepts(Step.Fused before, Op op) {
    List<Node> followers = before.followers();
    if (op instanceof BatchNormOp) {
      return followers.isEmpty() && !(before.node().op() instanceof BatchNormOp);
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
