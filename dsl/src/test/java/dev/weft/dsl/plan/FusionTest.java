package dev.weft.dsl.plan;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.Networks;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FusionTest {
  /** Each step of inference as the kinds of what it computes. */
  private static List<String> steps(Layer... layers) {
    return Planner.plan(Networks.graph(Shape.of(4, 6, 6), layers)).inference().forward().stream()
        .map(FusionTest::kinds)
        .toList();
  }

  private static String kinds(Step step) {
    Stream<Node> followers =
        step instanceof Step.Fused fused ? fused.followers().stream() : Stream.of();
    return Stream.concat(Stream.of(step.node()), followers)
        .map(node -> node.op().kind())
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatFollowsAConvolutionAtOnceIsOneStep() {
    assertThat(steps(conv3x3(4), batchNorm(), relu())).containsExactly("conv batchNorm relu");
    assertThat(steps(conv3x3(4), relu(), batchNorm())).containsExactly("conv relu", "batchNorm");
    assertThat(steps(batchNorm(), leakyRelu(0.1), conv3x3(4), batchNorm(), batchNorm()))
        .containsExactly("batchNorm leakyRelu", "conv batchNorm", "batchNorm");
    assertThat(steps(conv3x3(4), tanh(), tanh())).containsExactly("conv tanh", "tanh");
    assertThat(steps(dense(5), batchNorm(), dropout(0.5), relu(), dense(2)))
        .containsExactly("dense batchNorm relu", "dense");
    assertThat(steps(maxPool(2), relu())).containsExactly("maxPool", "relu");
  }

  @Test
  void theSumIsTakenInByTheFirstBranchThatCan() {
    assertThat(steps(residual(conv3x3(4), batchNorm()).then(relu())))
        .containsExactly("conv batchNorm add relu");
    assertThat(steps(residual(conv3x3(8), batchNorm()).project().then(relu())))
        .containsExactly("conv", "conv batchNorm add relu");
    assertThat(steps(residual(conv3x3(4), relu()), residual(maxPool(3).stride(1).padding(1))))
        .containsExactly("conv relu", "add", "maxPool", "add");
    assertThat(steps(add(identity(), sequential(conv3x3(4), batchNorm())), batchNorm()))
        .containsExactly("conv batchNorm add", "batchNorm");
    assertThat(steps(add(conv3x3(4), conv3x3(4), conv3x3(4)), relu()))
        .containsExactly("conv", "conv add", "conv add relu");
  }

  @Test
  void aValueThatIsReadTwiceEndsAChain() {
    // The shortcut reads the convolution, too.
    assertThat(steps(conv3x3(4), residual(batchNorm(), conv3x3(4))))
        .containsExactly("conv", "batchNorm", "conv add");
    assertThat(steps(conv3x3(4), add(identity(), identity()))).containsExactly("conv", "add");
    assertThat(steps(conv3x3(4), flatten(), relu())).containsExactly("conv", "relu");
  }

  @Test
  void theSumMayTakeOverWhatIsAdded() {
    Pass pass =
        Planner.plan(
                Networks.graph(
                    Shape.of(4, 6, 6), relu(), residual(conv3x3(4), batchNorm()).then(relu())))
            .inference();
    Step.Fused step = (Step.Fused) pass.forward().get(1);
    // Here the convolution reads what is added; its input cannot be overwritten.
    assertThat(pass.memory().buffer(step.output()))
        .isNotEqualTo(pass.memory().buffer(step.addend().orElseThrow()));
    Pass deeper =
        Planner.plan(Networks.graph(Shape.of(4, 6, 6), relu(), residual(conv3x3(4), conv3x3(4))))
            .inference();
    Step.Fused last = (Step.Fused) deeper.forward().get(2);
    assertThat(deeper.memory().buffer(last.output()))
        .isEqualTo(deeper.memory().buffer(last.addend().orElseThrow()));
  }
}
