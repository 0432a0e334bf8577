package dev.weft.dsl.infer;

import dev.weft.dsl.PixelShuffleLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
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
    long more = square - channels % square;
    List<Problem.Fix> fixes = new ArrayList<>();
    if (more <= Integer.MAX_VALUE - channels) {
      fixes.add(
          new Problem.Fix(
              "give the layer in front of it " + (channels + more) + " channels", null, null));
    }
    scope.report(
        new Problem(
            Code.GROUPS_DO_NOT_DIVIDE,
            layer,
            null,
            "`pixelShuffle("
                + layer.factor()
                + ")` takes channels in groups of "
                + square
                + ", but gets "
                + channels,
            List.of(Details.input(input)),
            fixes));
    return false;
  }
}
