package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks that a layer's groups divide its channels. */
final class Groups {
  private final Layer layer;
  private final int groups;
  private final Flow input;
  private final Scope scope;

  Groups(Layer layer, int groups, Flow input, Scope scope) {
    this.layer = layer;
    this.groups = groups;
    this.input = input;
    this.scope = scope;
  }

  /** Whether they divide the input's channels and the filters; reports it if not. */
  boolean ofConvolution(int channels, int filters) {
    if (divide(channels) && divide(filters)) {
      return true;
    }
    Problem.Detail filtersSide =
        new Problem.Detail(
            "filters", Counts.number(filters), null, "in " + Counts.of(groups, "group"));
    String what =
        divide(channels) ? Counts.of(filters, "filter") : Counts.of(channels, "input channel");
    Problem.Fix fix =
        channels == Shape.UNKNOWN
            ? Problem.Fix.of("choose a number that divides both")
            : new Problem.Fix(
                "choose a number that divides both",
                ".groups(" + largest(channels, filters) + ")",
                null);
    report("groups", what, List.of(filtersSide), fix);
    return false;
  }

  /** Whether they divide the input's channels; reports it if not. */
  boolean ofChannels() {
    int channels = input.shape().channels();
    if (divide(channels)) {
      return true;
    }
    report(
        "value",
        Counts.of(channels, "channel"),
        List.of(),
        new Problem.Fix(
            "choose a number that divides them",
            layer.kind() + "(" + largest(channels, channels) + ")",
            null));
    return false;
  }

  private boolean divide(int count) {
    return count == Shape.UNKNOWN || count % groups == 0;
  }

  private void report(String modifier, String what, List<Problem.Detail> more, Problem.Fix fix) {
    List<Problem.Detail> details = new ArrayList<>(List.of(Details.input(input)));
    details.addAll(more);
    scope.report(
        new Problem(
            Code.GROUPS_DO_NOT_DIVIDE,
            layer,
            modifier,
            Counts.number(groups) + " groups do not divide the " + what,
            details,
            List.of(fix)));
  }

  /** The largest number up to the given one that divides both. */
  private int largest(int channels, int filters) {
    for (int number = groups; number > 1; number--) {
      if (channels % number == 0 && filters % number == 0) {
        return number;
      }
    }
    return 1;
  }
}
