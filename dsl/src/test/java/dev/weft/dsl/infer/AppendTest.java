package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.graph;
import static dev.weft.dsl.infer.Networks.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppendTest {
  private static final Shape IMAGE = Shape.of(64, 56, 56);

  @Test
  void theInputComesFirstAndGrows() {
    var graph = graph(IMAGE, append(conv1x1(128), conv3x3(32)));
    assertThat(graph.outputShape()).isEqualTo(Shape.of(96, 56, 56));
    Node concat = graph.nodes().get(graph.nodes().size() - 1);
    assertThat(concat.inputs())
        .extracting(Node::output)
        .containsExactly(IMAGE, Shape.of(32, 56, 56));
  }

  @Test
  void vectorsGrowToo() {
    assertThat(graph(Shape.of(10), append(dense(4))).outputShape()).isEqualTo(Shape.of(14));
  }

  @Test
  void itsLayersAreItsChildren() {
    var graph =
        graph(IMAGE, sequential(append(conv1x1(8).named("concat"), relu()).named("denselayer1")));
    assertThat(graph.nodes())
        .extracting(Node::name)
        .containsExactly(
            "input", "s0.denselayer1.concat", "s0.denselayer1.1", "s0.denselayer1.concat_");
  }

  @Test
  void sizesMustAgree() {
    Layer layer = append(conv3x3(32).stride(2));
    List<Problem> problems = problems(IMAGE, layer);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(Code.CONCAT_MISMATCH);
    assertThat(problems.get(0).at()).isSameAs(layer);
    assertThat(problems.get(0).headline())
        .isEqualTo("the input carries 64x56x56, but the body produces 32x28x28");
  }

  @Test
  void nothingIsNoLayer() {
    assertThat(problems(IMAGE, append()))
        .extracting(Problem::code)
        .containsExactly(Code.EMPTY_NETWORK);
  }
}
