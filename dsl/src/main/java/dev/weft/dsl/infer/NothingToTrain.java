package dev.weft.dsl.infer;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;

/** A network of which everything is frozen that could be trained. */
final class NothingToTrain {
  private NothingToTrain() {}

  /**
   * The mistake, if it is one.
   *
   * @param frozen what is frozen, in order
   */
  static Optional<Problem> find(Graph graph, List<FrozenLayer> frozen) {
    long parameters = graph.frozenParameters();
    return parameters == 0 || parameters < graph.parameters()
        ? Optional.empty()
        : Optional.of(problem(graph, frozen.get(frozen.size() - 1)));
  }

  private static Problem problem(Graph graph, FrozenLayer last) {
    return new Problem(
        Code.NOTHING_TO_TRAIN,
        last,
        null,
        "nothing is left to train in "
            + graph.name()
            + ": all of its "
            + Counts.of(graph.parameters(), "parameter")
            + " are frozen",
        List.of(),
        List.of(
            new Problem.Fix(
                "put a layer behind it that is trained",
                "default Layer head() { return dense(10); }",
                null),
            Problem.Fix.of("leave one unfrozen")));
  }
}
