package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What inference has found so far: the graph in the making, and what stands in its way. */
final class Found {
  private final List<Node> nodes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Graph.SideOutput> sideOutputs = new ArrayList<>();
  private boolean isComplete = true;

  List<Node> nodes() {
    return nodes;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Graph.SideOutput> sideOutputs() {
    return sideOutputs;
  }

  /** Something could not be read, which was reported elsewhere. */
  void missesSomething() {
    isComplete = false;
  }

  boolean isComplete() {
    return isComplete;
  }
}
