package dev.weft.dsl.contract;

import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/**
 * Holds a network to what its declaration promises.
 *
 * <pre>{@code
 * var budget = new Budget(OptionalLong.of(12_000_000), OptionalLong.empty(), OptionalLong.empty());
 * Contracts.check(List.of(budget), program);   // a problem if there are more parameters
 * }</pre>
 */
public final class Contracts {
  private Contracts() {}

  /** The breaches of all contracts. */
  public static List<Problem> check(List<Contract> contracts, Program program) {
    return contracts.stream().flatMap(contract -> contract.breaches(program).stream()).toList();
  }
}
