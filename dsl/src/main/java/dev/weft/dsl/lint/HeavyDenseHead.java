package dev.weft.dsl.lint;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A dense layer that flattens an image and holds more than half of the parameters of a network with
 * convolutions (Lin et al. 2014, "Network In Network", section 3.2, pools instead). An auxiliary
 * head, which inference does without, may be as heavy as it likes.
 */
final class HeavyDenseHead implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    Graph graph = network.graph();
    if (graph.nodes().stream().noneMatch(node -> node.op() instanceof ConvOp)) {
      return Stream.empty();
    }
    Set<Node> main = graph.inferred();
    return network
        .trained()
        .filter(node -> node.op() instanceof DenseOp && main.contains(node))
        .filter(node -> 2 * node.op().parameterCount() > graph.parameters())
        .flatMap(node -> flattened(node).map(image -> problem(node, image, graph)).stream());
  }

  /** The image of several pixels whose flattened elements a dense layer reads. */
  private static Optional<Shape> flattened(Node dense) {
    Node node = dense.inputs().get(0);
    while (node.inputs().size() == 1
        && node.output().rank() == 1
        && node.output().equals(node.inputs().get(0).output())) {
      node = node.inputs().get(0);
    }
    if (!(node.op() instanceof FlattenOp)) {
      return Optional.empty();
    }
    Shape image = node.inputs().get(0).output();
    return image.height() * image.width() > 1 ? Optional.of(image) : Optional.empty();
  }

  private static Problem problem(Node node, Shape image, Graph graph) {
    DenseOp dense = (DenseOp) node.op();
    long own = dense.parameterCount();
    long all = graph.parameters();
    long pooled = (long) image.channels() * dense.outputs() + (dense.bias() ? dense.outputs() : 0);
    String modifiers = dense.bias() ? "" : ".noBias()";
    return new Problem(
        Code.HEAVY_DENSE_HEAD,
        node.declaredBy(),
        null,
        "`%s` flattens %s and holds %s of the network's %s, %.0f %%"
            .formatted(
                Words.kind(node),
                image.compact(),
                Counts.number(own),
                Counts.of(all, "parameter"),
                Math.floor(100.0 * own / all)),
        List.of(
            new Problem.Detail(
                "input", image, null, "flattened to " + Counts.number(dense.inputs()))),
        List.of(
            new Problem.Fix(
                "pool the image in front of it",
                "sequential(globalAvgPool(), dense(" + dense.outputs() + ")" + modifiers + ")",
                "leaves " + Counts.of(all - own + pooled, "parameter"))));
  }
}
