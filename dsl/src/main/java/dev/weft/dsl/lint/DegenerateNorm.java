package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A normalisation over one element, which subtracts the element from itself. */
final class DegenerateNorm implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .operations()
        .filter(DegenerateNorm::normalisesOneElement)
        .map(DegenerateNorm::problem);
  }

  private static boolean normalisesOneElement(Node node) {
    long elements = node.output().elements();
    return node.op() instanceof LayerNormOp && elements == 1
        || node.op() instanceof GroupNormOp norm && elements == norm.groups();
  }

  private static Problem problem(Node node) {
    String result = node.op().parameters().isEmpty() ? "0" : "its bias";
    String kind = Words.kind(node);
    return new Problem(
        Code.DEGENERATE_NORM,
        node.declaredBy(),
        null,
        "`" + kind + "` is always " + result + " here: each mean is that of a single element",
        List.of(Words.input(node)),
        List.of(new Problem.Fix("normalise over the batch", "batchNorm()", null)));
  }
}
