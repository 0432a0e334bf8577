package dev.weft.dsl.contract;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.problem.Counts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The usual reasons why a network's figures differ from published ones. */
final class Differences {
  private final Graph graph;
  private final long declared;

  private Differences(Graph graph, long declared) {
    this.graph = graph;
    this.declared = declared;
  }

  /** What explains exactly the difference between declared and counted parameters. */
  static Optional<String> ofParameters(Graph graph, long declared) {
    Differences differences = new Differences(graph, declared);
    return Stream.of(
            differences.biases(),
            differences.missingBiases(),
            differences.statistics(),
            differences.heads(),
            differences.classifier())
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What explains exactly the difference between declared and counted multiply-adds. */
  static Optional<String> ofMacs(Graph graph, long declared) {
    return declared == 2 * graph.macs()
        ? Optional.of("the declared ones count a multiply-add twice, as FLOPs")
        : Optional.empty();
  }

  private Optional<String> biases() {
    return when(
        graph.parameters() - declared == sum(graph.nodes(), node -> bias(node.op(), true)),
        "the convolutions' biases are too many: `.noBias()`, as in front of a batch norm");
  }

  private Optional<String> missingBiases() {
    return when(
        declared - graph.parameters() == sum(graph.nodes(), node -> bias(node.op(), false)),
        "the biases are missing that the convolutions leave out with `noBias`");
  }

  private static long bias(Op op, boolean isThere) {
    return op instanceof ConvOp conv && conv.bias() == isThere ? conv.filters() : 0;
  }

  private Optional<String> statistics() {
    return when(
        declared - graph.parameters() == sum(graph.nodes(), Differences::untrained),
        "the declared ones count running means and variances, which are not trained");
  }

  private static long untrained(Node node) {
    return node.op().parameters().stream()
        .filter(spec -> !spec.trainable())
        .map(ParameterSpec::shape)
        .mapToLong(shape -> shape.elements())
        .sum();
  }

  private Optional<String> heads() {
    Set<Node> main = graph.inferred();
    List<Node> others = graph.nodes().stream().filter(node -> !main.contains(node)).toList();
    return when(
        graph.parameters() - declared == sum(others, node -> node.op().parameterCount()),
        "the declared ones leave out the auxiliary heads");
  }

  /** With another number of classes, the last dense layer would account for it. */
  private Optional<String> classifier() {
    if (!(graph.output().op() instanceof DenseOp dense)) {
      return Optional.empty();
    }
    long each = dense.inputs() + (dense.bias() ? 1 : 0);
    long left = declared - (graph.parameters() - dense.parameterCount());
    return when(
        left > 0 && left % each == 0,
        "%s has %s; with %s it would fit"
            .formatted(
                graph.output().name(),
                Counts.of(dense.outputs(), "feature"),
                Counts.number(left / each)));
  }

  private static long sum(List<Node> nodes, ToLongFunction<Node> count) {
    return nodes.stream().mapToLong(count).sum();
  }

  private static Optional<String> when(boolean holds, String reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }
}
