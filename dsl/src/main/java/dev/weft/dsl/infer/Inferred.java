package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What inference found: a graph, or else the reasons why there is none.
 *
 * @param graph present if the network fits together
 * @param problems the independent mistakes, in the order of the layers
 */
public record Inferred(Optional<Graph> graph, List<Problem> problems) {
  /** Copies the list. */
  public Inferred {
    problems = List.copyOf(problems);
  }
}
