package dev.weft.processor.diagnostic;

import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
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

  /** A problem found while a declaration was read, before there was a layer to speak of. */
  public static Located of(
      Code code, Place place, List<Frame> frames, String headline, Problem.Fix... fixes) {
    Problem problem = new Problem(code, null, null, headline, List.of(), List.of(fixes));
    return new Located(problem, place, frames);
  }
}
