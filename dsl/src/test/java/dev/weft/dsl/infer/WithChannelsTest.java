package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static dev.weft.dsl.infer.Networks.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import org.junit.jupiter.api.Test;

class WithChannelsTest {
  private static final Shape IMAGE = Shape.of(64, 56, 56);

  @Test
  void theLayerIsMadeFromTheChannels() {
    Layer halved = withChannels(in -> conv1x1(in / 2));
    assertThat(graph(IMAGE, halved, halved).outputShape()).isEqualTo(Shape.of(16, 56, 56));
    assertThat(graph(Shape.of(12), withChannels(in -> dense(in * 3))).outputShape())
        .isEqualTo(Shape.of(36));
  }

  @Test
  void itStandsForWhatItMakes() {
    var graph =
        graph(
            IMAGE,
            sequential(
                withChannels(in -> sequential(conv1x1(in), relu())),
                withChannels(in -> conv1x1(in).named("inner")),
                withChannels(in -> conv1x1(in).named("inner")).named("outer"),
                concat(withChannels(in -> conv1x1(in).named("left")), identity())));
    assertThat(graph.nodes().stream().map(Node::name).filter(name -> !name.equals("input")))
        .containsExactly("s0.0.0", "s0.0.1", "s0.inner", "s0.outer", "s0.3.left", "s0.3.concat");
  }

  @Test
  void itMayStandOnAShortcut() {
    Layer block =
        residual(conv3x3(8)).shortcut(withChannels(in -> conv1x1(in / 8).named("downsample")));
    assertThat(graph(IMAGE, block).nodes().stream().map(Node::name))
        .containsExactly("input", "s0.0", "s0.downsample", "s0.add");
    Layer unnamed = residual(conv3x3(8)).shortcut(withChannels(in -> conv1x1(in / 8)));
    assertThat(graph(IMAGE, unnamed).nodes().stream().map(Node::name)).contains("s0.shortcut");
  }

  @Test
  void namesInsideAreSiblings() {
    Layer twice =
        sequential(withChannels(in -> relu().named("a")), withChannels(in -> relu().named("a")));
    assertThat(problems(IMAGE, twice))
        .extracting(Problem::code)
        .containsExactly(Code.DUPLICATE_NAME);
  }

  @Test
  void itsMistakesAreReportedAtWhatItMade() {
    Layer wrong = conv3x3(7).groups(2);
    assertThat(problems(IMAGE, withChannels(in -> wrong)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.at()).isSameAs(wrong));
  }

  @Test
  void unknownChannelsMakeNothing() {
    assertThat(
            problems(
                IMAGE,
                residual(conv3x3(32)),
                dense(5),
                globalAvgPool(),
                withChannels(in -> fail())))
        .extracting(Problem::code)
        .containsExactly(Code.SKIP_MISMATCH, Code.INPUT_RANK);
  }

  @Test
  void itMayStandInItself() {
    Layer[] loop = new Layer[1];
    loop[0] = withChannels(in -> loop[0]);
    assertThat(problems(IMAGE, loop[0])).extracting(Problem::code).containsExactly(Code.STEP_LIMIT);
    loop[0] = withChannels(in -> sequential(relu(), loop[0]));
    assertThat(problems(IMAGE, loop[0])).extracting(Problem::code).containsExactly(Code.STEP_LIMIT);
  }

  @Test
  void nullIsNoFunction() {
    assertThatThrownBy(() -> withChannels(null)).isInstanceOf(IllegalArgumentException.class);
  }
}
