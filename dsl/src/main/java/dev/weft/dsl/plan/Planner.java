package dev.weft.dsl.plan;

import dev.weft.dsl.graph.Graph;

/**
 * From a shaped graph to the program that computes it.
 *
 * <pre>{@code
 * Program program = Planner.plan(graph);
 * program.training().memory().elements();   // numbers kept for one image in a training step
 * }</pre>
 */
public final class Planner {
  private Planner() {}

  /** Orders the steps of all passes and assigns their memory. */
  public static Program plan(Graph graph) {
    return new Program(graph, new TrainingPlan(graph).pass(), new InferencePlan(graph).pass());
  }
}
