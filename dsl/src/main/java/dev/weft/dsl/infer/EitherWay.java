package dev.weft.dsl.infer;

import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import dev.weft.dsl.problem.Problem.Detail;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Windows that are too large behind paths that differ, as those of a residual block: what fits
 * neither image fits none of a size between, so that it is no consequence. Of channels the like
 * cannot be said: neither number may be the one that was meant.
 */
final class EitherWay {
  private EitherWay() {}

  /**
   * The mistakes of a network, and those that show both ways.
   *
   * @param known those that show while the shape behind is unknown
   * @param first those that show with the shape of the first path
   * @param second those that show with the shape of the other
   */
  static List<Problem> problems(List<Problem> known, List<Problem> first, List<Problem> second) {
    List<Problem> all = new ArrayList<>(known);
    for (Problem problem : first) {
      if (problem.code() == Code.KERNEL_LARGER_THAN_INPUT && find(problem, known).isEmpty()) {
        find(problem, second).map(other -> both(problem, other)).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<Problem> find(Problem problem, List<Problem> among) {
    return among.stream()
        .filter(each -> each.code() == problem.code() && each.at() == problem.at())
        .findFirst();
  }

  /** With both shapes, and the fixes that mend both. */
  private static Problem both(Problem one, Problem other) {
    List<Detail> details = new ArrayList<>();
    for (int i = 0; i < one.details().size(); i++) {
      Detail detail = one.details().get(i);
      details.add(detail);
      if (i < other.details().size()
          && !Objects.equals(other.details().get(i).value(), detail.value())) {
        Object value = other.details().get(i).value();
        details.add(new Detail("or", value, null, "with the shape of the other path"));
      }
    }
    return new Problem(
        one.code(),
        one.at(),
        one.modifier(),
        one.headline(),
        details,
        one.fixes().stream().filter(other.fixes()::contains).toList());
  }
}
