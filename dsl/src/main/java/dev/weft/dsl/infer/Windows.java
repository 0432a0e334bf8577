package dev.weft.dsl.infer;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks that sliding windows fit their input. */
final class Windows {
  private Windows() {}

  static Window of(Extent kernel, Extent stride, Extent padding) {
    return new Window(kernel, stride, padding, Extent.square(1));
  }

  /** Reports an input that is not {@code channels x height x width}. */
  static boolean isImage(Layer layer, Flow input, Scope scope) {
    if (input.shape().mayBeImage()) {
      return true;
    }
    scope.report(
        new Problem(
            Code.INPUT_RANK,
            layer,
            null,
            "`"
                + layer.kind()
                + "` needs an input of channels x height x width, but gets a vector of "
                + (input.shape().isKnown() ? input.shape() + " features" : "features"),
            List.of(Details.input(input)),
            List.of(
                new Problem.Fix(
                    "move it in front of the first `dense` or `flatten`", null, null))));
    return false;
  }

  /** Reports a window that is larger than its padded input. */
  static boolean fits(Layer layer, Window window, Flow input, Scope scope) {
    Shape shape = input.shape();
    boolean fits =
        fits(shape.height(), window.height(shape.height()))
            && fits(shape.width(), window.width(shape.width()));
    if (!fits) {
      scope.report(tooLarge(layer, window, input));
    }
    return fits;
  }

  private static boolean fits(int input, int output) {
    return input == Shape.UNKNOWN || output >= 1;
  }

  private static Problem tooLarge(Layer layer, Window window, Flow input) {
    Extent size = new Extent(input.shape().height(), input.shape().width());
    boolean dilated = !window.dilation().is(1) && covers(size, window.kernel());
    String padded =
        window.padding().is(0)
            ? ""
            : ", padded by " + window.padding().brief() + " to " + pad(size, window.padding());
    List<Problem.Detail> details = new ArrayList<>();
    details.add(Details.input(input));
    String reach = "";
    if (!window.dilation().is(1)) {
      reach =
          " at dilation " + window.dilation().brief() + ", which covers " + window.reach() + ",";
    }
    return new Problem(
        Code.KERNEL_LARGER_THAN_INPUT,
        layer,
        dilated ? "dilation" : null,
        "the "
            + window.kernel()
            + " kernel"
            + reach
            + " is larger than the "
            + size
            + " input"
            + padded,
        details,
        fixes(layer, window, size));
  }

  private static List<Problem.Fix> fixes(Layer layer, Window window, Extent size) {
    List<Problem.Fix> fixes = new ArrayList<>();
    if (layer instanceof ConvLayer) {
      Extent needed =
          new Extent(
              padding(window.reach().height(), size.height(), window.padding().height()),
              padding(window.reach().width(), size.width(), window.padding().width()));
      fixes.add(
          new Problem.Fix(
              "pad the input",
              ".padding(" + arguments(needed) + ")",
              "1 pixel or more" + " comes out"));
    }
    fixes.add(
        new Problem.Fix(
            "shrink the input less before: fewer poolings or" + " smaller strides", null, null));
    return fixes;
  }

  private static int padding(int reach, int size, int padding) {
    return Math.max(padding, (reach - size + 1) / 2);
  }

  private static boolean covers(Extent size, Extent kernel) {
    return covers(size.height(), kernel.height()) && covers(size.width(), kernel.width());
  }

  private static boolean covers(int size, int kernel) {
    return size == Shape.UNKNOWN || kernel <= size;
  }

  private static Extent pad(Extent size, Extent padding) {
    return new Extent(size.height() + 2 * padding.height(), size.width() + 2 * padding.width());
  }

  /** As the arguments of a modifier. */
  static String arguments(Extent extent) {
    return extent.is(extent.height())
        ? Integer.toString(extent.height())
        : extent.height() + ", " + extent.width();
  }
}
