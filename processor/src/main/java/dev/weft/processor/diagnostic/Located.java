package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * A problem and the place at fault.
 *
 * @param problem the mistake
 * @param place where the message points
 * @param frames the calls that led there, innermost first
 */
public record Located(Problem problem, Place place, List<Frame> frames) {
  /** Copies the list. */
  public Located {
    frames = List.copyOf(frames);
  }

  /** The same problem with one more line of what is known. */
  public Located with(Problem.Detail detail) {
    List<Problem.Detail> details = new ArrayList<>(problem.details());
    details.add(detail);
    Problem more =
        new Problem(
            problem.code(),
            problem.at(),
            problem.modifier(),
            problem.headline(),
            details,
            problem.fixes());
    return new Located(more, place, frames);
  }

  /** A problem found while a declaration was read, before there was a layer to speak of. */
  public static Located of(
      Code code, Place place, List<Frame> frames, String headline, Problem.Fix... fixes) {
    Problem problem = new Problem(code, null, null, headline, List.of(), List.of(fixes));
    return new Located(problem, place, frames);
  }
}
