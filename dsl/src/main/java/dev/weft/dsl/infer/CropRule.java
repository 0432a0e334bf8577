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
            null,
            "a crop of "
                + sides.brief()
                + " leaves nothing of the "
                + Windows.size(shape).compact()
                + " input",
            List.of(Details.input(input)),
            List.of(new Problem.Fix("crop less than half of it on each side", null, null))));
    return false;
  }

  private static boolean isLess(int cut, int size) {
    return size == Shape.UNKNOWN || cut < size;
  }
}
