package dev.weft.dsl.lint;

import dev.weft.dsl.Layer;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bias right in front of a normalisation that subtracts each channel's mean, and the bias with it
 * (Ioffe and Szegedy 2015, "Batch Normalization", section 3.2).
 */
final class RedundantBias implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .trained()
        .filter(node -> hasBias(node.op()) && node.declaredBy() instanceof Layer)
        .flatMap(
            node ->
                network
                    .only(node)
                    .filter(RedundantBias::subtractsChannelMeans)
                    .map(reader -> problem(node, reader))
                    .stream());
  }

  private static boolean hasBias(Op op) {
    return op instanceof ConvOp conv && conv.bias()
        || op instanceof TransposedConvOp transposed && transposed.bias()
        || op instanceof DenseOp dense && dense.bias();
  }

  /** Running statistics, which one that is frozen takes, are not those of what it gets. */
  private static boolean subtractsChannelMeans(Node node) {
    Op op = node.op();
    return op instanceof BatchNormOp && !node.isFrozen()
        || op instanceof GroupNormOp norm && norm.groups() == norm.channels();
  }

  private static Problem problem(Node node, Node norm) {
    long biases = node.output().channels();
    String kind = norm.op().kind();
    return new Problem(
        Code.REDUNDANT_BIAS,
        node.declaredBy(),
        null,
        "`%s` adds a bias, which the `%s` behind it takes out again"
            .formatted(Words.kind(node), kind),
        List.of(
            new Problem.Detail(
                kind, null, norm.declaredBy(), norm.name() + " subtracts each channel's mean")),
        List.of(
            new Problem.Fix(
                "leave the bias out", ".noBias()", "saves " + Counts.of(biases, "parameter"))));
  }
}
