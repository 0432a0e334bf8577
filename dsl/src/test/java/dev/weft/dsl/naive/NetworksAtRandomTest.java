package dev.weft.dsl.naive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.plan.PlanMachine;
import dev.weft.dsl.problem.Code;
import java.util.EnumMap;
import java.util.Map;
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
