package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.SoftmaxOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An activation right behind another that it leaves as it is, or whose values it spoils. Pairs that
 * make sense, such as {@code relu} behind {@code tanh}, are left alone.
 */
final class DoubleActivation implements Check {
  private static final String SOFTMAX = "softmax";
  private static final String SIGMOID = "sigmoid";
  private static final String RELU = "relu";
  private static final String RELU6 = "relu6";

  private static final Set<String> NEVER_NEGATIVE = Set.of(RELU, RELU6, SIGMOID, SOFTMAX);
  private static final Set<String> NEVER_ABOVE_SIX = Set.of(RELU6, SIGMOID, SOFTMAX);

  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .operations()
        .filter(node -> isActivation(node.op()) && isActivation(node.inputs().get(0).op()))
        .filter(node -> network.only(node.inputs().get(0)).isPresent())
        .flatMap(node -> problem(node.inputs().get(0), node).stream());
  }

  private static boolean isActivation(Op op) {
    return op instanceof ActivationOp || op instanceof LeakyReluOp || op instanceof SoftmaxOp;
  }

  private static Optional<Problem> problem(Node first, Node second) {
    String before = first.op().kind();
    String after = second.op().kind();
    if (before.equals(RELU) && after.equals(RELU6)) {
      String headline = "`relu` changes nothing in front of `relu6`, which cuts off at 0 as well";
      return Optional.of(problem(first, second, "behind", headline, first));
    }
    return objection(before, after)
        .map(
            text ->
                problem(
                    second, first, "before", text, getsNoScores(before, after) ? first : second));
  }

  /** What is wrong with the second; empty if nothing is. */
  private static Optional<String> objection(String before, String after) {
    if (isIdentityOn(before, after)) {
      return Optional.of("`" + after + "` changes nothing behind `" + before + "`");
    }
    if (before.equals(SOFTMAX)) {
      return Optional.of("`" + after + "` distorts the probabilities that `softmax` made");
    }
    if (after.equals(SOFTMAX) && NEVER_NEGATIVE.contains(before)) {
      return Optional.of(
          "`softmax` gets no score below 0 from `" + before + "`: no class can be ruled out");
    }
    if (after.equals(SIGMOID) && NEVER_NEGATIVE.contains(before)) {
      return Optional.of("`sigmoid` is never below 0.5 behind `" + before + "`");
    }
    return before.equals(after)
        ? Optional.of("`" + after + "` is applied twice")
        : Optional.empty();
  }

  private static boolean isIdentityOn(String before, String after) {
    return switch (after) {
      case RELU, "leakyRelu" -> NEVER_NEGATIVE.contains(before);
      case RELU6 -> NEVER_ABOVE_SIX.contains(before);
      default -> false;
    };
  }

  /** What turns scores into probabilities was meant, and the activation of the scores was not. */
  private static boolean getsNoScores(String before, String after) {
    return !before.equals(SOFTMAX) && (after.equals(SOFTMAX) || after.equals(SIGMOID));
  }

  private static Problem problem(
      Node at, Node other, String where, String headline, Node pointless) {
    return new Problem(
        Code.DOUBLE_ACTIVATION,
        at.declaredBy(),
        null,
        headline,
        List.of(
            new Problem.Detail(
                where, null, other.declaredBy(), "`" + other.op().kind() + "` is " + other.name())),
        List.of(
            new Problem.Fix(
                "remove the `" + pointless.op().kind() + "` " + pointless.name(),
                null,
                null,
                pointless.declaredBy())));
  }
}
