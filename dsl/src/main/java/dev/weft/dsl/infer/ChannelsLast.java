package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An input that looks as if it were declared as height x width x channels. */
final class ChannelsLast {
  /** Colour, and colour with transparency. */
  private static final Set<Integer> COLOURS = Set.of(3, 4);

  private ChannelsLast() {}

  /** Adds a hint to what is wrong with a network, to the first mistake that the input leads to. */
  static void hint(Shape input, List<Problem> problems) {
    if (!isLikely(input) || problems.isEmpty()) {
      return;
    }
    int index = 0;
    for (int i = problems.size() - 1; i >= 0; i--) {
      if (problems.get(i).details().stream().anyMatch(side -> input.equals(side.value()))) {
        index = i;
      }
    }
    problems.set(index, hinted(problems.get(index), input));
  }

  private static boolean isLikely(Shape input) {
    if (input.rank() != 3) {
      return false;
    }
    // A width of 1 may be that of a sequence, unless the other two are those of a grey square.
    boolean isGrey = input.width() == 1 && input.channels() == input.height();
    return (isGrey || COLOURS.contains(input.width()))
        && input.channels() > input.width()
        && input.height() > input.width();
  }

  private static Problem hinted(Problem problem, Shape input) {
    Shape channelsFirst = Shape.of(input.width(), input.channels(), input.height());
    List<Problem.Fix> fixes = new ArrayList<>();
    fixes.add(
        new Problem.Fix(
            "channels come first", "@Network(input = {" + channelsFirst.listed() + "})", null));
    fixes.addAll(problem.fixes());
    return problem.with(fixes);
  }
}
