package dev.weft.dsl.contract;

import dev.weft.dsl.Declared;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** A promise about a network as a whole; the build fails where the network does not keep it. */
public sealed interface Contract extends Declared
    permits Budget, Expectation, ExpectedOutput, WeightsFile {
  /** What the network does not keep of it. */
  List<Problem> breaches(Program program);
}
