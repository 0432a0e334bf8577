package dev.weft.dsl.infer;

import dev.weft.dsl.ExpectLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Problem.Fix.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Checks what an author declared against what follows. */
final class Expected {
  private Expected() {}

  /** A shape that the author counts on. */
  static Flow shape(ExpectLayer layer, Flow input, Scope scope) {
    Shape found = input.shape();
    if (!Shapes.disagree(layer.shape(), found)) {
      return input;
    }
    DeclaredShape declared = new DeclaredShape(input.node(), layer.shape());
    List<Problem.Detail> details = new ArrayList<>();
    details.add(new Problem.Detail("declared", layer.shape(), null, null));
    details.add(Details.input(input));
    declared.reason().ifPresent(details::add);
    String edit = found.isKnown() ? "expect(" + found.listed() + ")" : null;
    List<Problem.Fix> fixes = new ArrayList<>();
    fixes.add(new Problem.Fix("declare what it gets", edit, null, null, Fit.ONE));
    fixes.add(new Problem.Fix("leave it out", null, null, null, Fit.ALL));
    declared.fix().ifPresent(fixes::add);
    scope.report(
        new Problem(
            Code.EXPECT_MISMATCH,
            layer,
            "value",
            "`expect` declares " + layer.shape().compact() + ", but gets " + found.compact(),
            details,
            fixes));
    return input;
  }

  /**
   * Reports a number of channels or features that is not what the layer gets.
   *
   * @param modifier the modifier or the annotation's value that declares it
   */
  static boolean count(
      Layer layer, String modifier, String what, OptionalInt declared, Flow input, Scope scope) {
    int found = input.shape().channels();
    if (declared.isEmpty() || found == Shape.UNKNOWN || declared.getAsInt() == found) {
      return true;
    }
    boolean isModifier = modifier.startsWith("in");
    String call = isModifier ? "." + modifier : layer.kind();
    Problem.Fix counted =
        new Problem.Fix("declare what it gets", call + "(" + found + ")", null, null, Fit.ONE);
    Problem.Fix free =
        isModifier
            ? new Problem.Fix("leave " + call + " out", null, null, null, Fit.ALL)
            : new Problem.Fix("leave the number out", call + "()", null, null, Fit.ALL);
    scope.report(
        new Problem(
            Code.EXPECT_MISMATCH,
            layer,
            modifier,
            "`"
                + layer.kind()
                + "` declares "
                + Counts.of(declared.getAsInt(), what)
                + ", but gets "
                + Counts.number(found),
            List.of(Details.input(input)),
            List.of(counted, free)));
    return false;
  }
}
