package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An auxiliary head whose loss reaches no parameter of the network itself. */
final class UnusedAuxiliary implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    Graph graph = network.graph();
    Set<Node> main = graph.inferred();
    boolean anyFrozen = graph.frozenParameters() > 0;
    return graph.sideOutputs().stream()
        .flatMap(
            side -> {
              if (side.weight() == 0) {
                return Stream.of(weightless(side));
              }
              return trainsSomething(side.node(), main)
                  ? Stream.empty()
                  : Stream.of(idle(side, anyFrozen));
            });
  }

  /** Whether a node of the main path in front of {@code head} has parameters that are trained. */
  private static boolean trainsSomething(Node head, Set<Node> main) {
    Set<Node> seen = new HashSet<>();
    List<Node> front = List.of(head);
    while (!front.isEmpty()) {
      if (front.stream().anyMatch(n -> main.contains(n) && n.trainedParameters() > 0)) {
        return true;
      }
      front = front.stream().flatMap(node -> node.inputs().stream()).filter(seen::add).toList();
    }
    return false;
  }

  private static Problem weightless(Graph.SideOutput side) {
    return problem(
        side,
        "weight",
        "the auxiliary head has weight 0, so that it trains nothing",
        new Problem.Fix("give it a weight", ".weight(0.3)", null));
  }

  private static Problem idle(Graph.SideOutput side, boolean anyFrozen) {
    return problem(
        side,
        null,
        "no layer in front of the auxiliary head has parameters"
            + (anyFrozen ? " that are not frozen" : "")
            + ", so that it trains only itself",
        Problem.Fix.of("move it behind the layers that it should train"));
  }

  private static Problem problem(
      Graph.SideOutput side, String modifier, String headline, Problem.Fix fix) {
    return new Problem(
        Code.UNUSED_AUXILIARY, side.declaredBy(), modifier, headline, List.of(), List.of(fix));
  }
}
