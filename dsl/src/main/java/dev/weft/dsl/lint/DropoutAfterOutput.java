package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** A dropout whose value is what the network, or an auxiliary head, puts out. */
final class DropoutAfterOutput implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    Stream<Node> sides = network.graph().sideOutputs().stream().map(side -> side.node());
    return Stream.concat(Stream.of(network.graph().output()), sides)
        .map(DropoutAfterOutput::unflattened)
        .filter(node -> drops(node.op()) && !node.isFrozen())
        .map(DropoutAfterOutput::problem);
  }

  /** Flattening passes on the same values. */
  private static Node unflattened(Node output) {
    return output.op() instanceof FlattenOp ? output.inputs().get(0) : output;
  }

  private static boolean drops(Op op) {
    return op instanceof DropoutOp dropout && dropout.p() > 0
        || op instanceof DropPathOp path && path.p() > 0;
  }

  private static Problem problem(Node node) {
    String kind = node.op().kind();
    return new Problem(
        Code.DROPOUT_AFTER_OUTPUT,
        node.declaredBy(),
        null,
        "`" + kind + "` sets parts of the output itself to 0 in training",
        List.of(Words.input(node)),
        List.of(Problem.Fix.of("move it in front of the last layer that has parameters")));
  }
}
