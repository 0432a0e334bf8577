package dev.weft.dsl.infer;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** A convolution takes an image that its window fits and whose channels its groups divide. */
final class ConvRule implements Rule<ConvLayer> {
  @Override
  public Flow apply(ConvLayer layer, Flow input, Scope scope) {
    Window window = new Window(layer.kernel(), layer.stride(), layer.padding(), layer.dilation());
    if (!Windows.isImage(layer, input, scope) || !Windows.fits(layer, window, input, scope)) {
      return scope.standIn(Shape.of(layer.filters(), Shape.UNKNOWN, Shape.UNKNOWN), layer);
    }
    int channels = input.shape().channels();
    boolean divides =
        divides(layer, channels, "input channel", input, scope)
            && divides(layer, layer.filters(), "filter", input, scope);
    ConvOp op =
        new ConvOp(channels, layer.filters(), window, layer.groups(), layer.bias(), layer.init());
    return divides
        ? scope.add(op, layer, input)
        : scope.standIn(op.output(List.of(input.shape())), layer);
  }

  private static boolean divides(ConvLayer layer, int count, String what, Flow input, Scope scope) {
    if (count == Shape.UNKNOWN || count % layer.groups() == 0) {
      return true;
    }
    int possible = largestCommonDivisor(layer, input.shape().channels());
    scope.report(
        new Problem(
            Code.GROUPS_DO_NOT_DIVIDE,
            layer,
            "groups",
            layer.groups() + " groups do not divide the " + Causes.counted(count, what),
            List.of(
                Details.input(input),
                new Problem.Detail(
                    "filters", layer.filters(), null, "in " + layer.groups() + " groups")),
            List.of(
                new Problem.Fix(
                    "choose a number that divides both", ".groups(" + possible + ")", null))));
    return false;
  }

  private static int largestCommonDivisor(ConvLayer layer, int channels) {
    for (int groups = layer.groups(); groups > 1; groups--) {
      if (channels % groups == 0 && layer.filters() % groups == 0) {
        return groups;
      }
    }
    return 1;
  }
}
