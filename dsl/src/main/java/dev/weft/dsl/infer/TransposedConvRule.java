package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;

/** A transposed convolution takes an image, and leaves something of its output. */
final class TransposedConvRule implements Rule<TransposedConvLayer> {
  @Override
  public Flow apply(TransposedConvLayer layer, Flow input, Scope scope) {
    if (!Windows.isImage(layer, input, scope)
        || !outputPaddingIsFree(layer, input, scope)
        || !outputPaddingIsSmall(layer, input, scope)) {
      return Windows.standIn(layer.filters(), layer, input, scope);
    }
    int channels = input.shape().channels();
    boolean divides =
        new Groups(layer, layer.groups(), input, scope).ofConvolution(channels, layer.filters());
    TransposedConvOp op = op(layer, channels);
    int height = op.height(input.shape().height());
    int width = op.width(input.shape().width());
    if (isEmpty(input.shape().height(), height) || isEmpty(input.shape().width(), width)) {
      scope.report(empty(layer, op, height, width, input));
      return Windows.standIn(layer.filters(), layer, input, scope);
    }
    return divides
        ? scope.add(op, layer, input)
        : scope.standIn(Shape.of(layer.filters(), height, width), layer);
  }

  private static TransposedConvOp op(TransposedConvLayer layer, int channels) {
    SlidingWindow declared = layer.window();
    Window window = Windows.resolved(declared, Shape.unknown());
    Extent added = layer.outputPadding();
    if (declared.padding() == PaddingMode.SAME) {
      Extent reach = window.reach();
      int rows = reach.height() - declared.stride().height();
      int columns = reach.width() - declared.stride().width();
      window = window.padding(Windows.around(Math.max(0, rows), Math.max(0, columns)));
      // A window that is shorter than its stride leaves a gap, also behind the last one.
      added = new Extent(Math.max(0, -rows), Math.max(0, -columns));
    }
    return new TransposedConvOp(
        channels, layer.filters(), window, added, layer.groups(), layer.bias(), layer.init());
  }

  /** Too much padding makes a negative size, which must not be taken for an unknown one. */
  private static boolean isEmpty(int input, int output) {
    return input != Shape.UNKNOWN && output < 1;
  }

  /** The mode chooses the output padding itself. */
  private static boolean outputPaddingIsFree(TransposedConvLayer layer, Flow input, Scope scope) {
    if (layer.window().padding() != PaddingMode.SAME || layer.outputPadding().is(0)) {
      return true;
    }
    scope.report(
        new Problem(
            Code.INVALID_ARGUMENT,
            layer,
            "outputPadding",
            "an output padding of "
                + layer.outputPadding().brief()
                + " is declared, but SAME makes the output as large as the input times the stride",
            List.of(Details.input(input)),
            List.of(
                Problem.Fix.of("leave the output padding out"),
                new Problem.Fix("choose the padding in place of SAME", ".padding(0)", null))));
    return false;
  }

  /** More would be rows that no window reaches, and that no other framework allows. */
  private static boolean outputPaddingIsSmall(TransposedConvLayer layer, Flow input, Scope scope) {
    SlidingWindow window = layer.window();
    Extent added = layer.outputPadding();
    int rows = Math.max(window.stride().height(), window.dilation().height());
    int columns = Math.max(window.stride().width(), window.dilation().width());
    if (added.is(0) || (added.height() < rows && added.width() < columns)) {
      return true;
    }
    scope.report(
        new Problem(
            Code.INVALID_ARGUMENT,
            layer,
            "outputPadding",
            "the output padding must be below the stride or the dilation, but is "
                + added.brief()
                + " for a stride of "
                + window.stride().brief(),
            List.of(Details.input(input)),
            List.of(
                new Problem.Fix(
                    "add less",
                    ".outputPadding(" + Windows.arguments(new Extent(rows - 1, columns - 1)) + ")",
                    null))));
    return false;
  }

  private static Problem empty(
      TransposedConvLayer layer, TransposedConvOp op, int height, int width, Flow input) {
    return new Problem(
        Code.EMPTY_OUTPUT,
        layer,
        "padding",
        "a padding of "
            + op.window().padding().brief()
            + " leaves nothing of the output, which would be "
            + height
            + "x"
            + width,
        List.of(Details.input(input)),
        List.of(new Problem.Fix("pad less", ".padding(0)", null)));
  }
}
