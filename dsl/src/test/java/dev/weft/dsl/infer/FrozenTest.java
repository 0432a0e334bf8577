package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static dev.weft.dsl.infer.Networks.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.NetworkLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenTest {
  private static final Shape IMAGE = Shape.of(4, 6, 6);

  private static List<List<Name>> paths(Layer... layers) {
    return graph(IMAGE, layers).nodes().stream().map(Node::path).toList();
  }

  private static List<String> namesOfFrozen(Graph graph) {
    return graph.nodes().stream().filter(Node::isFrozen).map(Node::name).toList();
  }

  @Test
  void whatIsFrozenIsCalledAsItWouldBeOtherwise() {
    Layer[] free = {
      sequential(
          conv3x3(4),
          repeat(2, i -> residual(conv3x3(4), batchNorm().named("bn" + i))),
          withChannels(in -> conv1x1(in / 2)),
          withChannels(in -> conv1x1(in).named("widened"))),
      new NetworkLayer(null, "Other", List.of(new Stage("stem", conv1x1(3)))),
      dense(2)
    };
    Layer[] frozen = {
      sequential(
          frozen(conv3x3(4)),
          frozen(frozen(repeat(2, i -> residual(frozen(conv3x3(4)), batchNorm().named("bn" + i))))),
          frozen(withChannels(in -> conv1x1(in / 2))),
          frozen(withChannels(in -> conv1x1(in).named("widened")))),
      frozen(new NetworkLayer(null, "Other", List.of(new Stage("stem", conv1x1(3))))),
      dense(2)
    };
    assertThat(paths(frozen)).isEqualTo(paths(free));
  }

  @Test
  void aNameMayBeGivenInsideOrOutside() {
    assertThat(
            paths(
                sequential(
                    frozen(conv1x1(4).named("a")), frozen(conv1x1(4)).named("b"), conv1x1(4))))
        .isEqualTo(paths(sequential(conv1x1(4).named("a"), conv1x1(4).named("b"), conv1x1(4))));
    assertThat(
            problems(
                IMAGE, sequential(frozen(relu().named("a")), frozen(relu()).named("a"), dense(2))))
        .extracting(Problem::code)
        .containsExactly(Code.DUPLICATE_NAME);
  }

  @Test
  void allThatItIsMadeOfIsFrozenAndNothingElse() {
    Graph graph =
        graph(
            IMAGE,
            conv3x3(4),
            frozen(residual(conv3x3(8), batchNorm()).project().then(relu())),
            dense(2));
    assertThat(namesOfFrozen(graph))
        .containsExactly("s1.0", "s1.1", "s1.shortcut", "s1.add", "s1.2");
    assertThat(graph.parameters() - graph.frozenParameters())
        .isEqualTo(4 * 4 * 9 + 4 + 8 * 36 * 2 + 2);
  }

  /** As in inference. */
  @Test
  void auxiliaryHeadsInItAreGone() {
    Graph graph =
        graph(IMAGE, frozen(sequential(conv3x3(4), auxiliary(dense(3)), relu())), dense(2));
    assertThat(graph.sideOutputs()).isEmpty();
    assertThat(graph.nodes())
        .extracting(Node::name)
        .containsExactly("input", "s0.0", "s0.2", "s1.flatten", "s1");
  }

  @Test
  void aFrozenLayerOfAHeadLeavesTheHead() {
    Graph graph = graph(IMAGE, conv3x3(4), auxiliary(frozen(conv1x1(4)), dense(3)), dense(2));
    assertThat(graph.sideOutputs()).hasSize(1);
    assertThat(namesOfFrozen(graph)).containsExactly("s1.0");
  }

  @Test
  void somethingHasToBeLeftToTrain() {
    FrozenLayer last = frozen(dense(3));
    List<Problem> problems = problems(IMAGE, frozen(conv1x1(4)), relu(), last);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(Code.NOTHING_TO_TRAIN);
    assertThat(problems.get(0).at()).isSameAs(last);
    assertThat(problems.get(0).headline())
        .isEqualTo("nothing is left to train in Test: all of its 455 parameters are frozen");
  }

  @Test
  void whatHasNoParametersMayBeFrozen() {
    assertThat(graph(IMAGE, frozen(maxPool(2)), dense(2)).frozenParameters()).isZero();
    assertThat(graph(IMAGE, frozen(relu())).outputShape()).isEqualTo(IMAGE);
  }

  @Test
  void nothingIsNoLayer() {
    assertThatThrownBy(() -> frozen(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what is frozen must not be null");
  }
}
