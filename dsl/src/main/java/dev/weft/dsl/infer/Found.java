package dev.weft.dsl.infer;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** What inference has found so far: the graph in the making, and what stands in its way. */
final class Found {
  private static final int UNDECIDED = -1;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Graph.SideOutput> sideOutputs = new ArrayList<>();
  private final List<FrozenLayer> frozen = new ArrayList<>();
  private final int way;
  private boolean isComplete = true;
  private boolean isAtFork;

  private Found(int way) {
    this.way = way;
  }

  /** Nothing yet, of a network in which the shape behind paths that differ is unknown. */
  static Found nothing() {
    return new Found(UNDECIDED);
  }

  /** The same with the shape of the first path, 0, or another, 1. */
  static Found withShapeOf(int way) {
    return new Found(way);
  }

  /** The shape behind paths that differ. */
  Shape behind(Shape agreed, Shape one, Shape other) {
    isAtFork = true;
    return way == UNDECIDED ? agreed : way == 0 ? one : other;
  }

  /** Whether any paths differ. */
  boolean isAtFork() {
    return isAtFork;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Problem> problems() {
    return problems;
  }

  List<Graph.SideOutput> sideOutputs() {
    return sideOutputs;
  }

  /** What is frozen, as it was declared, in order; layers within others left out. */
  List<FrozenLayer> frozen() {
    return frozen;
  }

  /** Something could not be read, which was reported elsewhere. */
  void missesSomething() {
    isComplete = false;
  }

  boolean isComplete() {
    return isComplete;
  }
}
