package dev.weft.dsl.contract;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The shape that a network's output must have.
 *
 * @param shape the shape for one image
 */
public record ExpectedOutput(Shape shape) implements Contract {
  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public ExpectedOutput {
    if (!shape.isKnown()) {
      throw new IllegalArgumentException("a dimension must be at least 1, but is -1");
    }
  }

  @Override
  public List<Problem> breaches(Program program) {
    Node output = program.graph().output();
    if (output.output().equals(shape)) {
      return List.of();
    }
    return List.of(
        new Problem(
            Code.OUTPUT_MISMATCH,
            this,
            "value",
            "the output is declared as "
                + shape.compact()
                + ", but is "
                + output.output().compact(),
            List.of(
                new Problem.Detail("declared", shape, null, null),
                new Problem.Detail(
                    "output", output.output(), output.declaredBy(), "from " + output.name())),
            fixes(output)));
  }

  private List<Problem.Fix> fixes(Node output) {
    List<Problem.Fix> fixes = new ArrayList<>();
    if (output.op() instanceof DenseOp && shape.rank() == 1) {
      String features = Counts.of(shape.channels(), "feature");
      fixes.add(Problem.Fix.of("give " + output.name() + " " + features));
    } else if (shape.rank() == 1 && shape.elements() == output.output().elements()) {
      fixes.add(
          new Problem.Fix(
              "flatten it, in a last stage", "default Layer flat() { return flatten(); }", null));
    } else if (shape.rank() == 1) {
      fixes.add(
          new Problem.Fix(
              "end the network in a dense layer",
              "default Layer classes() { return dense(" + shape.channels() + "); }",
              null));
    }
    fixes.add(
        new Problem.Fix("declare what it is", "@Output({" + output.output().listed() + "})", null));
    return fixes;
  }
}
