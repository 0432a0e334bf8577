package dev.weft.dsl.lint;

import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An input that looks like height x width x channels: many channels of a narrow image, where a
 * square in grey or in colour was meant. Layers that pad fit both.
 */
final class ChannelsLast implements Check {
  /** Grey and colour. */
  private static final Set<Integer> CHANNELS = Set.of(1, 3);

  /** A square of no more pixels a side is hardly an image, and its channels are meant. */
  private static final int SMALL_SIDE = 4;

  @Override
  public Stream<Problem> problems(Readers network) {
    Shape input = network.graph().input().output();
    return looksLikeIt(input) && readsImage(network) ? Stream.of(problem(input)) : Stream.empty();
  }

  private static boolean looksLikeIt(Shape input) {
    return input.rank() == 3
        && CHANNELS.contains(input.width())
        && input.channels() == input.height()
        && input.height() > SMALL_SIDE;
  }

  /** To a network that flattens its input it is all the same. */
  private static boolean readsImage(Readers network) {
    Node input = network.graph().input();
    return network
        .operations()
        .filter(node -> node.inputs().contains(input))
        .anyMatch(node -> !(node.op() instanceof FlattenOp));
  }

  /**
   * The fix of a window that is far wider than an input of so few columns, if those may be
   * channels.
   */
  static Optional<Problem.Fix> ofNarrow(Shape input) {
    return CHANNELS.contains(input.width())
            && input.height() > SMALL_SIDE
            && input.channels() > SMALL_SIDE
        ? Optional.of(fix(input))
        : Optional.empty();
  }

  private static Problem.Fix fix(Shape input) {
    Shape meant = Shape.of(input.width(), input.channels(), input.height());
    return new Problem.Fix(
        "channels come first", "@Network(input = {" + meant.listed() + "})", null);
  }

  private static Problem problem(Shape input) {
    String read =
        "read as %d channels of %dx%d pixels"
            .formatted(input.channels(), input.height(), input.width());
    return new Problem(
        Code.CHANNELS_LAST,
        null,
        null,
        "the input " + input.compact() + " looks like height x width x channels",
        List.of(new Problem.Detail("input", input, null, read)),
        List.of(fix(input)));
  }
}
