package dev.weft.dsl.plan;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.Networks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JoinedActivationsTest {
  private static Pass training(Layer... layers) {
    return Planner.plan(Networks.graph(Shape.of(4, 6, 6), layers)).training();
  }

  /** Each step as the kinds of what it computes. */
  private static List<String> kinds(List<Step> steps) {
    return steps.stream()
        .map(
            step ->
                step.nodes().stream()
                    .map((Node node) -> node.op().kind())
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void anActivationIsComputedAlongWithTheLayerInFrontOfIt() {
    Pass pass = training(conv3x3(4), relu(), conv3x3(4), batchNorm(), relu(), dense(3), sigmoid());
    assertThat(kinds(pass.forward()))
        .containsExactly("conv relu", "conv", "batchNorm relu", "dense sigmoid");
  }

  @Test
  void itsGradientOnlyAlongWithThatOfANormalisation() {
    Pass pass = training(conv3x3(4), relu(), conv3x3(4), batchNorm(), relu());
    assertThat(kinds(pass.backward())).containsExactly("batchNorm relu", "conv", "relu", "conv");
    Step.Backward norm = (Step.Backward) pass.backward().get(0);
    assertThat(norm.gradient()).isSameAs(pass.outputGradient());
    assertThat(norm.output()).isSameAs(pass.output());
  }

  @Test
  void alsoOfASum() {
    Pass pass = training(residual(conv3x3(4)), relu());
    assertThat(kinds(pass.forward())).containsExactly("conv", "add relu");
    assertThat(kinds(pass.backward())).startsWith("relu", "conv");
  }

  @Test
  void notWhereItsDerivativeAsksForItsInput() {
    assertThat(kinds(training(conv3x3(4), gelu()).forward())).containsExactly("conv", "gelu");
  }

  @Test
  void notWhereSomethingElseReadsItsInput() {
    Pass pass = training(conv3x3(4), residual(relu()));
    assertThat(kinds(pass.forward())).containsExactly("conv", "relu", "add");
  }

  @Test
  void notBehindWhatComputesOtherwise() {
    assertThat(kinds(training(conv3x3(4), maxPool(2), relu()).forward()))
        .containsExactly("conv", "maxPool", "relu");
  }
}
