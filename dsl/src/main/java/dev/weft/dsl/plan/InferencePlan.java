package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;
import java.util.List;

/**
 * The inference pass: no dropout, no auxiliary heads, nothing kept, and one step where layers
 * follow each other at once.
 */
final class InferencePlan {
  private final Graph graph;

  InferencePlan(Graph graph) {
    this.graph = graph;
  }

  Pass pass() {
    ForwardPlan forward =
        new ForwardPlan(
            graph, graph.inferred(), ForwardPlan::onlyTrains, JoinedActivations.none(), false);
    Value input = forward.output(graph.input());
    Value output = forward.output(graph.output());
    InPlaceConcat concat = new InPlaceConcat(Fusion.fuse(forward.steps(), output), output);
    Memory memory =
        new MemoryPlan(concat.steps(), concat.slices())
            .keepToTheEnd(output)
            .startWith(input)
            .assign();
    return new Pass(concat.steps(), List.of(), input, output, null, null, List.of(), memory);
  }
}
