package dev.weft.dsl.plan;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.Networks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FrozenPlanTest {
  private static final Shape IMAGE = Shape.of(4, 6, 6);

  private static Pass training(Layer... layers) {
    Graph graph = Networks.graph(IMAGE, layers);
    PlanMachine.check(graph);
    return Planner.plan(graph).training();
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

  private static Layer backbone() {
    return sequential(
        conv3x3(4).noBias(),
        batchNorm(),
        relu(),
        residual(conv3x3(4), batchNorm(), dropPath(0.1)).then(relu()),
        dropout(0.5));
  }

  @Test
  void inFrontOfAllThatIsTrainedItIsComputedAsInInference() {
    Pass pass = training(frozen(backbone()), dense(3));
    assertThat(kinds(pass.forward()))
        .containsExactly("conv batchNorm relu", "conv batchNorm add relu", "dense");
    assertThat(kinds(pass.backward())).containsExactly("dense");
    Step.Backward head = (Step.Backward) pass.backward().get(0);
    assertThat(head.writes()).isEmpty();
    assertThat(pass.inputGradient()).isNull();
  }

  /** Not a step of the backward pass reads what it computed. */
  @Test
  void itKeepsNothingForTheBackwardPass() {
    long image = IMAGE.elements();
    Pass pass = training(frozen(backbone()), dense(3));
    // The second convolution reads what the first wrote, which is added, and writes over the image;
    // the output takes the place of what is no longer read; its gradient has one of its own.
    assertThat(pass.memory().elements()).isEqualTo(2 * image + 3);
    assertThat(training(backbone(), dense(3)).memory().elements()).isGreaterThan(6 * image);
  }

  @Test
  void whatFollowsIsNotComputedBackwardUntilSomethingIsTrained() {
    Pass pass = training(frozen(conv3x3(4)), maxPool(2), sigmoid(), dropout(0.5), dense(3), relu());
    assertThat(kinds(pass.forward()))
        .containsExactly("conv", "maxPool", "sigmoid", "dropout", "dense relu");
    assertThat(kinds(pass.backward())).containsExactly("relu", "dense");
  }

  @Test
  void gradientsCrossItToWhatIsTrainedInFrontOfIt() {
    Pass pass = training(conv3x3(4), frozen(backbone()), dense(3));
    assertThat(kinds(pass.forward()))
        .containsExactly("conv", "conv batchNorm relu", "conv batchNorm add relu", "dense");
    assertThat(kinds(pass.backward()))
        .containsExactly(
            "dense", "relu", "batchNorm", "conv", "relu", "relu", "batchNorm", "conv", "conv");
    pass.backward().stream()
        .filter(step -> step.node().isFrozen() && step.node().op().parameterCount() > 0)
        .map(Step.Backward.class::cast)
        .forEach(
            step -> {
              assertThat(step.reads()).containsExactly(step.gradient());
              assertThat(step.inputGradients())
                  .hasSize(1)
                  .allMatch(gradient -> gradient.isPresent());
            });
    assertThat(pass.inputGradient().isOptional()).isTrue();
    assertThat(pass.memory().elements())
        .isLessThan(training(conv3x3(4), backbone(), dense(3)).memory().elements());
  }

  @Test
  void whatTheBackwardPassReadsIsNotJoined() {
    assertThat(
            kinds(
                training(conv3x3(4), frozen(sequential(conv3x3(4), swish())), dense(3)).forward()))
        .containsExactly("conv", "conv", "swish", "dense");
    // Without anything in front of it, there is nothing that reads it.
    assertThat(kinds(training(frozen(sequential(conv3x3(4), swish())), dense(3)).forward()))
        .containsExactly("conv swish", "dense");
  }

  @Test
  void aNormalisationThatIsTrainedIsNotFolded() {
    Pass pass = training(frozen(conv3x3(4)), batchNorm(), relu(), dense(3));
    assertThat(kinds(pass.forward())).containsExactly("conv", "batchNorm relu", "dense");
    assertThat(kinds(pass.backward())).containsExactly("dense", "batchNorm relu");
    Pass behind = training(conv3x3(4), frozen(batchNorm()), relu(), dense(3));
    assertThat(kinds(behind.forward())).containsExactly("conv", "batchNorm relu", "dense");
    assertThat(kinds(behind.backward())).containsExactly("dense", "relu", "batchNorm", "conv");
  }

  @Test
  void onlyTheBranchesThatAreTrainedGetGradients() {
    Pass sum = training(add(frozen(conv3x3(4)), conv3x3(4), frozen(conv3x3(4))), dense(3));
    assertThat(kinds(sum.backward())).containsExactly("dense", "conv");
    Pass joined = training(concat(frozen(conv3x3(4)), conv3x3(4)), dense(3));
    assertThat(kinds(joined.backward())).containsExactly("dense", "conv");
    Pass scaled =
        training(frozen(conv3x3(4)), scaleBy(globalAvgPool(), conv1x1(4), sigmoid()), dense(3));
    assertThat(kinds(scaled.backward())).containsExactly("dense", "scaleBy", "sigmoid", "conv");
    Step.Backward product = (Step.Backward) scaled.backward().get(1);
    assertThat(product.inputGradients().get(0)).isEmpty();
    assertThat(product.inputGradients().get(1)).isPresent();
  }

  @Test
  void normalisationsOfOneImageReadTheirInputAgain() {
    Pass pass = training(conv3x3(4), frozen(sequential(groupNorm(2), layerNorm())), dense(3));
    assertThat(kinds(pass.backward())).containsExactly("dense", "layerNorm", "groupNorm", "conv");
    assertThat(((Step.Backward) pass.backward().get(1)).inputs()).hasSize(1);
  }

  @Test
  void whatHasNoParametersLetsTheInputHaveItsGradient() {
    Pass pass = training(frozen(sequential(maxPool(2), dropout(0.5))), conv3x3(4), dense(3));
    assertThat(kinds(pass.forward())).containsExactly("maxPool", "conv", "dense");
    assertThat(pass.inputGradient().isOptional()).isTrue();
  }

  @Test
  void inferenceIsTheSameFrozenOrNot() {
    assertThat(
            kinds(
                Planner.plan(Networks.graph(IMAGE, frozen(backbone()), dense(3)))
                    .inference()
                    .forward()))
        .isEqualTo(
            kinds(Planner.plan(Networks.graph(IMAGE, backbone(), dense(3))).inference().forward()));
  }
}
