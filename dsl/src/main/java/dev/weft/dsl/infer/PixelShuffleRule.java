package dev.weft.dsl.infer;

import dev.weft.dsl.PixelShuffleLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** The square of the factor divides the channels. */
final class PixelShuffleRule {
  private PixelShuffleRule() {}

  static boolean divides(PixelShuffleLayer layer, Flow input, Scope scope) {
    int channels = input.shape().channels();
    long square = (long) layer.factor() * layer.factor();
    if (channels == Shape.UNKNOWN || channels % square == 0) {
      return true;
    }
    scope.report(
        new Problem(
            Code.GROUPS_DO_NOT_DIVIDE,
            layer,
            "value",
            "`pixelShuffle("
                + layer.factor()
                + ")` takes channels in groups of "
                + Counts.number(square)
                + ", but gets "
                + Counts.number(channels),
            List.of(Details.input(input)),
            fixes(channels, square, input)));
    return false;
  }

  private static List<Problem.Fix> fixes(int channels, long square, Flow input) {
    long enough = channels + square - channels % square;
    if (enough > Integer.MAX_VALUE) {
      return List.of();
    }
    return List.of(
        Causes.lastSized(Chain.sinceJoin(input.node()))
            .filter(node -> node.output().channels() == channels)
            .map(node -> Causes.resized(node.name(), node, (int) enough))
            .orElse(Problem.Fix.of("put conv1x1(" + enough + ") in front of it")));
  }
}
