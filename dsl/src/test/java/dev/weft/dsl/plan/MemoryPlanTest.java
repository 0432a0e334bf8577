package dev.weft.dsl.plan;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Networks;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
  @Test
  void everyStepReadsWhatItMeansToRead() {
    for (Graph graph : List.of(Networks.leNet5(), Networks.resNet18(), Networks.cifarResNet(3))) {
      PlanMachine.check(graph);
    }
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      PlanMachine.check(Networks.graph(Shape.of(4, 6, 6), randomBlock(random, 3), dense(3)));
      PlanMachine.check(Networks.graph(Shape.of(4, 6, 6), randomBlock(random, 2), flatten()));
    }
  }

  @Test
  void sideOutputsStandUntilTheirGradientsComeIn() {
    PlanMachine.check(
        Networks.graph(
            Shape.of(4, 6, 6),
            auxiliary(identity()),
            conv3x3(4),
            auxiliary(relu()),
            auxiliary(identity()),
            residual(conv3x3(4), auxiliary(flatten(), dense(3)), batchNorm()),
            dense(3),
            auxiliary(dense(2)),
            auxiliary(identity())));
    Random random = new Random(8);
    for (int i = 0; i < 300; i++) {
      Layer head = random.nextBoolean() ? sequential(randomBlock(random, 1), dense(3)) : relu();
      PlanMachine.check(
          Networks.graph(
              Shape.of(4, 6, 6),
              randomBlock(random, 1),
              auxiliary(randomBlock(random, 2)),
              residual(randomBlock(random, 1), auxiliary(head)),
              random.nextBoolean() ? dense(3) : flatten(),
              auxiliary(random.nextBoolean() ? tanh() : identity())));
    }
  }

  @Test
  void inferenceHasNoSideOutputs() {
    Graph graph =
        Networks.graph(
            Shape.of(4, 6, 6), conv3x3(4), auxiliary(globalAvgPool(), dense(3)), dense(3));
    Pass inference = Planner.plan(graph).inference();
    assertThat(inference.sideOutputs()).isEmpty();
    assertThat(inference.forward())
        .extracting(step -> step.node().op().kind())
        .containsExactly("conv", "dense");
    assertThat(Planner.plan(graph).training().sideOutputs())
        .singleElement()
        .satisfies(side -> assertThat(side.weight()).isEqualTo(0.3));
  }

  @Test
  void memoryIsReused() {
    Program program = Planner.plan(Networks.resNet18());
    long largest = 64L * 112 * 112;
    assertThat(program.inference().memory().elements()).isLessThanOrEqualTo(3 * largest);
    assertThat(program.training().memory().buffers().size())
        .isLessThan(program.training().forward().size());
  }

  @Test
  void activationsWorkInPlaceWhereNothingElseReadsTheirInput() {
    Program program =
        Planner.plan(Networks.graph(Shape.of(4, 6, 6), conv3x3(4), avgPool(2), tanh(), dense(3)));
    Step.Forward pool = (Step.Forward) program.training().forward().get(1);
    Step.Forward tanh = (Step.Forward) program.training().forward().get(2);
    Memory memory = program.training().memory();
    assertThat(memory.buffer(tanh.output())).isEqualTo(memory.buffer(pool.output()));
  }

  @Test
  void concatenationIsWrittenInPlace() {
    // A dense block as DenseNet's: 4 channels, then 2 more, three times.
    Layer layer = concat(identity(), sequential(batchNorm(), relu(), conv3x3(2)));
    Program program =
        Planner.plan(Networks.graph(Shape.of(4, 6, 6), conv1x1(4), layer, layer, layer, dense(3)));
    for (Pass pass : List.of(program.training(), program.inference())) {
      assertThat(pass.forward()).noneMatch(step -> step.node().op().kind().equals("concat"));
      assertThat(pass.backward())
          .filteredOn(Step.Backward.class::isInstance)
          .noneMatch(step -> step.node().op().kind().equals("concat"));
      List<Value> convolved =
          pass.forward().stream()
              .filter(step -> step.node().op().kind().equals("conv"))
              .map(step -> step.writes().get(step.writes().size() - 1))
              .toList();
      assertThat(convolved).hasSize(4);
      assertThat(convolved).extracting(pass.memory()::offset).containsExactly(0L, 144L, 216L, 288L);
      assertThat(convolved)
          .extracting(pass.memory()::holder)
          .containsOnly(pass.memory().holder(convolved.get(0)));
    }
    // All ten channels once, and the four to eight that are normalised.
    assertThat(program.inference().memory().elements()).isEqualTo((10 + 8) * 36);
  }

  @Test
  void whatCannotBeWrittenInPlaceIsCopied() {
    assertCopied(conv1x1(4), concat(identity(), identity()), dense(3));
    assertCopied(conv1x1(4), sequential(flatten(), concat(identity(), dense(3))));
    assertCopied(
        conv1x1(4), relu(), add(concat(identity(), conv1x1(4)), concat(conv1x1(4), identity())));
  }

  private static void assertCopied(Layer... layers) {
    Graph graph = Networks.graph(Shape.of(4, 6, 6), layers);
    PlanMachine.check(graph);
    assertThat(Planner.plan(graph).inference().forward())
        .filteredOn(step -> step.node().op().kind().equals("concat"))
        .hasSize(1);
  }

  /** A block that keeps 4 x 6 x 6. */
  private static Layer randomBlock(Random random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(6)) {
        case 0 -> conv3x3(4);
        case 1 -> relu();
        case 2 -> batchNorm();
        case 3 -> dropout(0.5);
        case 4 -> maxPool(3).stride(1).padding(1);
        default -> softmax();
      };
    }
    Layer[] inner = new Layer[1 + random.nextInt(3)];
    for (int i = 0; i < inner.length; i++) {
      inner[i] = randomBlock(random, depth - 1);
    }
    return switch (random.nextInt(7)) {
      case 5 -> sequential(concat(identity(), sequential(inner), relu()), conv1x1(4));
      case 6 ->
          sequential(
              concat(concat(identity(), sequential(inner)), concat(conv1x1(2), relu()), tanh()),
              relu(),
              conv1x1(4));
      case 0 -> residual(inner).then(relu());
      case 1 -> residual(inner).project();
      case 2 -> sequential(concat(sequential(inner), conv1x1(2)), conv1x1(4));
      case 3 -> add(sequential(inner), identity(), identity());
      default -> sequential(inner);
    };
  }
}
