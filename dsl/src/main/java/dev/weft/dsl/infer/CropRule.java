package dev.weft.dsl.infer;

import dev.weft.dsl.CropLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** What is cut off leaves at least one pixel. */
final class CropRule {
  private CropRule() {}

  static boolean leavesSomething(CropLayer layer, Flow input, Scope scope) {
    Sides sides = layer.sides();
    Shape shape = input.shape();
    if (isLess(sides.vertical(), shape.height()) && isLess(sides.horizontal(), shape.width())) {
      return true;
    }
    scope.report(
        new Problem(
            Code.EMPTY_OUTPUT,
            layer,
            "value",
            "a crop of "
                + sides.brief()
                + " leaves nothing of the "
                + Windows.size(shape).compact()
                + " input",
            List.of(Details.input(input)),
            List.of(fix(sides, shape))));
    return false;
  }

  /** Cuts as large as they can be on all sides alike, if only one number was declared. */
  private static Problem.Fix fix(Sides sides, Shape image) {
    int most = (Math.min(image.height(), image.width()) - 1) / 2;
    if (most > 0 && sides.is(sides.top())) {
      return new Problem.Fix("crop at most " + most + " on each side", "crop(" + most + ")", null);
    }
    return Problem.Fix.of(
        "crop less than "
            + Windows.size(image).compact()
            + ", both sides together, or leave it out");
  }

  private static boolean isLess(int cut, int size) {
    return size == Shape.UNKNOWN || cut < size;
  }
}
