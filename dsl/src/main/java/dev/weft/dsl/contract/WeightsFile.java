package dev.weft.dsl.contract;

import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.weights.SafetensorsHeader;
import java.util.List;

/**
 * A file of weights that must fit the network: each parameter and statistic under its name, in its
 * shape and in floating point, and nothing else. PyTorch's {@code num_batches_tracked} does not
 * count.
 *
 * @param name the file's name, as it was declared
 * @param header what the file says that it contains
 */
public record WeightsFile(String name, SafetensorsHeader header) implements Contract {
  @Override
  public List<Problem> breaches(Program program) {
    return new WeightsComparison(this, program.graph()).problem().stream().toList();
  }
}
