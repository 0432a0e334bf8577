package dev.weft.dsl.contract;

import dev.weft.dsl.Declared;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.weights.SafetensorsHeader;
import dev.weft.dsl.weights.WeightsComparison;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of weights that must fit the network: each parameter and statistic under its name, in its
 * shape and in floating point, and nothing else. PyTorch's {@code num_batches_tracked} does not
 * count.
 *
 * @param name the file's name, as it was declared
 * @param header what the file says that it contains
 */
public record WeightsFile(String name, SafetensorsHeader header) implements Contract {
  private static final int MOST_SHOWN = 10;

  @Override
  public List<Problem> breaches(Program program) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    Map<String, Declared> declared = new LinkedHashMap<>();
    collect(program.graph(), shapes, declared);
    WeightsComparison comparison = WeightsComparison.of(shapes, header.tensors());
    return comparison.fits() ? List.of() : List.of(problem(comparison, declared));
  }

  private static void collect(
      Graph graph, Map<String, List<Long>> shapes, Map<String, Declared> declared) {
    for (Node node : graph.nodes()) {
      for (ParameterSpec spec : node.op().parameters()) {
        String name = node.name() + "." + spec.name();
        shapes.put(name, Arrays.stream(spec.shape().toArray()).mapToObj(Long::valueOf).toList());
        declared.put(name, node.declaredBy());
      }
    }
  }

  private Problem problem(WeightsComparison comparison, Map<String, Declared> declared) {
    return new Problem(
        Code.WEIGHTS_MISMATCH,
        this,
        "value",
        "`" + name + "` does not fit the network: " + comparison.summary(),
        comparison.lines(MOST_SHOWN).stream()
            .map(
                line ->
                    new Problem.Detail(
                        line.label(), null, declared.get(line.parameter()), line.text()))
            .toList(),
        List.of(Problem.Fix.of(comparison.fix())));
  }
}
