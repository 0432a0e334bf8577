package dev.weft.dsl.infer;

import dev.weft.dsl.AvgPoolLayer;
import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.MaxPoolLayer;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Checks that sliding windows fit their input. */
final class Windows {
  private Windows() {}

  /** The window on an input, its padding in pixels; no padding where the input is not known. */
  static Window resolved(SlidingWindow declared, Shape input) {
    Window unpadded =
        new Window(
            declared.kernel(),
            declared.stride(),
            Sides.NONE,
            declared.dilation(),
            declared.ceilMode());
    if (declared.padding() instanceof Sides sides) {
      return unpadded.padding(sides);
    }
    return declared.padding() == PaddingMode.SAME
        ? unpadded.padding(same(unpadded, input))
        : unpadded;
  }

  private static Sides same(Window window, Shape input) {
    Extent reach = window.reach();
    int rows = same(input.height(), reach.height(), window.stride().height());
    int columns = same(input.width(), reach.width(), window.stride().width());
    return around(rows, columns);
  }

  /** So many rows and columns on both sides; an odd one goes below and to the right. */
  static Sides around(int rows, int columns) {
    return new Sides(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
  }

  /** The pixels for which {@code ceil(input / stride)} windows fit. */
  private static int same(int input, int reach, int stride) {
    if (input == Shape.UNKNOWN) {
      return 0;
    }
    int outputs = (input - 1) / stride + 1;
    return Math.toIntExact(Math.max(0, (outputs - 1L) * stride + reach - input));
  }

  /** Height and width of an image, as a shape of two dimensions, each of which may be unknown. */
  static Shape size(Shape image) {
    return Shape.of(image.height(), image.width());
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
                + (input.shape().isKnown()
                    ? Counts.of(input.shape().channels(), "feature")
                    : "features"),
            List.of(Details.input(input)),
            List.of(
                new Problem.Fix(
                    "move it in front of the first `dense` or `flatten`", null, null))));
    return false;
  }

  /**
   * In place of an image of unknown size. Behind a vector nothing is known at all: a layer that
   * stands in the wrong place says nothing of what follows.
   */
  static Flow standIn(int channels, Layer layer, Flow input, Scope scope) {
    Shape shape =
        input.shape().mayBeImage()
            ? Shape.of(channels, Shape.UNKNOWN, Shape.UNKNOWN)
            : Shape.unknown();
    return scope.standIn(shape, layer);
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
    Shape size = size(input.shape());
    boolean dilated = !window.dilation().is(1) && covers(size, window.kernel());
    String padded =
        window.padding().is(0)
            ? ""
            : ", padded by "
                + window.padding().brief()
                + " to "
                + padded(size, window.padding()).compact();
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
            + size.compact()
            + " input"
            + padded,
        details,
        fixes(layer, window, size, dilated));
  }

  private static List<Problem.Fix> fixes(Layer layer, Window window, Shape size, boolean dilated) {
    List<Problem.Fix> fixes = new ArrayList<>();
    if (dilated) {
      Extent fitting = dilation(window, padded(size, window.padding()));
      fixes.add(new Problem.Fix("dilate less", ".dilation(" + arguments(fitting) + ")", null));
    } else if (window.dilation().is(1) && !isPooling(layer)) {
      Sides padding = window.padding();
      Sides needed =
          Sides.of(
              padding(window.reach().height(), size.dim(0), padding.top(), padding.bottom()),
              padding(window.reach().width(), size.dim(1), padding.left(), padding.right()));
      fixes.add(
          new Problem.Fix(
              "pad the input", ".padding(" + needed.listed() + ")", "1 pixel or more comes out"));
    }
    fixes.add(
        new Problem.Fix(
            "shrink the input less before: fewer poolings or smaller strides", null, null));
    return fixes;
  }

  /** The largest dilation, up to the declared one, with which the window fits. */
  private static Extent dilation(Window window, Shape room) {
    Extent kernel = window.kernel();
    Extent declared = window.dilation();
    return new Extent(
        dilation(kernel.height(), declared.height(), room.dim(0)),
        dilation(kernel.width(), declared.width(), room.dim(1)));
  }

  private static int dilation(int kernel, int declared, int room) {
    return kernel == 1 || room == Shape.UNKNOWN
        ? declared
        : Math.min(declared, (room - 1) / (kernel - 1));
  }

  private static boolean isPooling(Layer layer) {
    return layer instanceof MaxPoolLayer || layer instanceof AvgPoolLayer;
  }

  private static int padding(int reach, int size, int before, int after) {
    return size == Shape.UNKNOWN
        ? Math.max(before, after)
        : Math.max(Math.max(before, after), (reach - size + 1) / 2);
  }

  private static boolean covers(Shape size, Extent kernel) {
    return covers(size.dim(0), kernel.height()) && covers(size.dim(1), kernel.width());
  }

  private static boolean covers(int size, int kernel) {
    return size == Shape.UNKNOWN || kernel <= size;
  }

  private static Shape padded(Shape size, Sides padding) {
    return Shape.of(
        Shape.sum(size.dim(0), padding.vertical()), Shape.sum(size.dim(1), padding.horizontal()));
  }

  /** As the arguments of a modifier. */
  static String arguments(Extent extent) {
    return extent.is(extent.height())
        ? Integer.toString(extent.height())
        : extent.height() + ", " + extent.width();
  }
}
