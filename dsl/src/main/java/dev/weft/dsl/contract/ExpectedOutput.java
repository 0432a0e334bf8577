package dev.weft.dsl.contract;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.infer.DeclaredShape;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    List<Problem.Detail> details = new ArrayList<>();
    details.add(new Problem.Detail("declared", shape, null, null));
    details.add(
        new Problem.Detail(
            "output", output.output(), output.declaredBy(), "from " + output.name()));
    DeclaredShape declared = new DeclaredShape(output, shape);
    declared.reason().ifPresent(details::add);
    declared.parts().ifPresent(details::add);
    return List.of(
        new Problem(
            Code.OUTPUT_MISMATCH,
            this,
            "value",
            "the output is declared as "
                + shape.compact()
                + ", but is "
                + output.output().compact(),
            details,
            fixes(output)));
  }

  private List<Problem.Fix> fixes(Node output) {
    List<Problem.Fix> fixes = new ArrayList<>();
    Optional<Problem.Fix> before = new DeclaredShape(output, shape).fix();
    if (before.isPresent()) {
      fixes.add(before.get());
    } else if (shape.rank() == 1) {
      fixes.add(vector(output.output()));
    }
    fixes.add(
        new Problem.Fix("declare what it is", "@Output({" + output.output().listed() + "})", null));
    return fixes;
  }

  /** A last stage that makes the vector, in the form that an import of this contract suggests. */
  private Problem.Fix vector(Shape output) {
    if (shape.elements() == output.elements()) {
      return new Problem.Fix("flatten it, in a last stage", "@Flatten Layer flat();", null);
    }
    return output.rank() == 3 && output.channels() == shape.channels()
        ? new Problem.Fix(
            "pool the image, in a last stage", "@GlobalAvgPool @Flatten Layer pooled();", null)
        : new Problem.Fix(
            "end the network in a dense layer",
            "@Dense(" + shape.channels() + ") Layer classes();",
            null);
  }
}
