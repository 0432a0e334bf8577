package dev.weft.dsl.infer;

import dev.weft.dsl.Shape;
import dev.weft.dsl.WindowedLayer;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * A pooling takes an image that its window fits.
 *
 * @param <L> the kind of pooling
 */
final class PoolRule<L extends WindowedLayer<L>> implements Rule<L> {
  private final BiFunction<L, Window, Op> op;

  PoolRule(BiFunction<L, Window, Op> op) {
    this.op = op;
  }

  @Override
  public Flow apply(L layer, Flow input, Scope scope) {
    if (!Windows.isImage(layer, input, scope)) {
      return Windows.standIn(Shape.UNKNOWN, layer, input, scope);
    }
    Window window = Windows.resolved(layer.window(), input.shape());
    boolean fits =
        Windows.fits(layer, window, input, scope) && seesSomething(layer, window, input, scope);
    return fits
        ? scope.add(op.apply(layer, window), layer, input)
        : Windows.standIn(input.shape().channels(), layer, input, scope);
  }

  /** A window with gaps can lie around a small image without touching it. */
  private static <L extends WindowedLayer<L>> boolean seesSomething(
      L layer, Window window, Flow input, Scope scope) {
    Shape shape = input.shape();
    if (window.dilation().is(1)
        || (seesSomething(
                shape.height(),
                window.height(shape.height()),
                window.stride().height(),
                window.padding().top(),
                window.kernel().height(),
                window.dilation().height())
            && seesSomething(
                shape.width(),
                window.width(shape.width()),
                window.stride().width(),
                window.padding().left(),
                window.kernel().width(),
                window.dilation().width()))) {
      return true;
    }
    scope.report(
        new Problem(
            Code.INVALID_ARGUMENT,
            layer,
            "dilation",
            "at dilation "
                + window.dilation().brief()
                + ", a window sees nothing of the "
                + Windows.size(shape).compact()
                + " input, only padding",
            List.of(Details.input(input)),
            List.of(new Problem.Fix("leave the dilation out", ".dilation(1)", null))));
    return false;
  }

  private static boolean seesSomething(
      int input, int outputs, int stride, int before, int kernel, int dilation) {
    // Where no gap is larger than the image, none can hide it.
    if (input == Shape.UNKNOWN || input >= dilation) {
      return true;
    }
    // Only windows that start in the padding before the image can miss it, and those that start a
    // multiple of the dilation later lie on the same pixels.
    int different = Math.min(outputs, dilation);
    return IntStream.range(0, different)
        .mapToLong(output -> before - (long) output * stride)
        .takeWhile(missing -> missing > 0)
        .allMatch(
            missing -> {
              long tap = (missing + dilation - 1) / dilation;
              return tap < kernel && tap * dilation - missing < input;
            });
  }
}
