package dev.weft.dsl.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Stage;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.plan.PlanMachine;
import dev.weft.dsl.problem.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Inference and planning against the naive calculator, on random networks. */
class NetworksAtRandomTest {
  private static final int NETWORKS = 10_000;

  @Test
  void inferenceAgreesWithTheCalculator() {
    Map<Code, Integer> mistakes = new EnumMap<>(Code.class);
    int right = 0;
    for (int seed = 0; seed < NETWORKS; seed++) {
      NetworkDeclaration network = new RandomNetworks(seed, seed % 2 * 0.3).next();
      Outcome expected = NaiveNetwork.of(network);
      Outcome found = outcome(network, seed);
      if (!found.equals(expected)) {
        throw new AssertionError(
            "seed " + seed + ": expected " + expected + ", but found " + found + ": " + network);
      }
      if (expected.mistake() == null) {
        right++;
      } else {
        mistakes.merge(expected.mistake(), 1, Integer::sum);
      }
    }
    assertThat(right).as("right networks").isGreaterThan(NETWORKS / 4);
    assertThat(mistakes).as("kinds of mistakes").hasSizeGreaterThanOrEqualTo(14);
  }

  /** Freezing says nothing of shapes, and its plans read what they mean to read. */
  @Test
  void stagesMayBeFrozen() {
    int planned = 0;
    for (int seed = 0; seed < NETWORKS / 4; seed++) {
      NetworkDeclaration network = new RandomNetworks(seed, 0).next();
      Optional<Graph> free = Inference.infer(network).graph();
      Optional<Graph> frozen = Inference.infer(frozen(network, new Random(seed))).graph();
      if (free.isPresent() && frozen.isPresent()) {
        assertThat(frozen.get().outputShape()).isEqualTo(free.get().outputShape());
        assertThat(names(free.get())).as("seed %s", seed).containsAll(names(frozen.get()));
        PlanMachine.check(frozen.get());
        planned++;
      }
    }
    assertThat(planned).isGreaterThan(NETWORKS / 16);
  }

  private static NetworkDeclaration frozen(NetworkDeclaration network, Random random) {
    List<Stage> stages =
        network.stages().stream()
            .map(
                stage ->
                    random.nextBoolean()
                        ? new Stage(stage.name(), frozen(stage.layer(), random), stage.input())
                        : stage)
            .toList();
    return new NetworkDeclaration(network.name(), network.input(), stages);
  }

  /** The layer, or the first of its layers. */
  private static Layer frozen(Layer layer, Random random) {
    if (layer instanceof SequentialLayer block && random.nextBoolean()) {
      List<Layer> layers = new ArrayList<>(block.layers());
      layers.set(0, FrozenLayer.of(layers.get(0)));
      return new SequentialLayer(block.name(), layers);
    }
    return FrozenLayer.of(layer);
  }

  private static List<String> names(Graph graph) {
    return graph.nodes().stream().map(Node::name).toList();
  }

  private static Outcome outcome(NetworkDeclaration network, int seed) {
    try {
      Inferred inferred = Inference.infer(network);
      if (inferred.graph().isEmpty()) {
        return new Outcome(inferred.problems().get(0).code(), null, 0, 0);
      }
      Graph graph = inferred.graph().get();
      PlanMachine.check(graph);
      return new Outcome(null, graph.outputShape(), graph.parameters(), graph.macs());
    } catch (RuntimeException thrown) {
      throw new AssertionError("seed " + seed + ": " + network, thrown);
    }
  }
}
