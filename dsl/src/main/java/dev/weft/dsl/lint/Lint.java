package dev.weft.dsl.lint;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/**
 * Finds what fits together but was hardly meant.
 *
 * <pre>{@code
 * Lint.check(graph).get(0).headline();
 * // `conv` has a bias of 64 parameters, which the batch norm behind it takes out again
 * }</pre>
 */
public final class Lint {
  private static final List<Check> CHECKS =
      List.of(
          new InexactStride(),
          new RedundantBias(),
          new LargeKernel(),
          new DeadReceptiveField(),
          new DoubleActivation(),
          new DropoutAfterOutput(),
          new HeavyDenseHead(),
          new UnusedAuxiliary(),
          new DegenerateNorm(),
          new ChannelsLast());

  private Lint() {}

  /** The warnings about a network, check by check. */
  public static List<Problem> check(Graph graph) {
    Readers readers = new Readers(graph);
    return CHECKS.stream().flatMap(check -> check.problems(readers)).toList();
  }
}
