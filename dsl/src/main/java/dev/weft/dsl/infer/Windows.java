package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.SlidingWindow;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import java.util.stream.IntStream;

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

  /** The padding with which an odd window at stride 1 keeps the size. */
  static Sides keeping(Window window) {
    return Sides.of((window.reach().height() - 1) / 2, (window.reach().width() - 1) / 2);
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

  /** Whether a node makes an image of another height or width. */
  static boolean changesSize(Node node) {
    Shape input = node.inputs().get(0).output();
    return input.rank() == 3
        && node.output().rank() == 3
        && !size(node.output()).equals(size(input));
  }

  /** Whether a node would make an image of the same size of one of any size. */
  static boolean keepsAnySize(Node node) {
    boolean isChosen =
        node.op() instanceof AdaptiveAvgPoolOp || node.op() instanceof GlobalAvgPoolOp;
    return !isChosen && !changesSize(node);
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
            List.of(inFrontOfVectors(input))));
    return false;
  }

  /** A layer for images belongs in front of what made a vector of the image. */
  private static Problem.Fix inFrontOfVectors(Flow input) {
    return Chain.to(input.node()).stream()
        .filter(node -> node.output().rank() == 1)
        .findFirst()
        .map(
            node ->
                new Problem.Fix(
                    "move it in front of " + Causes.layerName(node), null, null, node.declaredBy()))
        .orElseGet(
            () ->
                input.producer() == null
                    ? asImage(input.shape())
                    : Problem.Fix.of("move it in front of what makes a vector"));
  }

  /** An input declared as a vector may be a square image, in grey or in colour. */
  private static Problem.Fix asImage(Shape vector) {
    String action = "declare the input as channels, height and width";
    return IntStream.of(1, 3)
        .filter(channels -> isSquare(vector.channels(), channels))
        .mapToObj(channels -> asImage(action, channels, side(vector.channels(), channels)))
        .findFirst()
        .orElseGet(() -> Problem.Fix.of(action));
  }

  private static Problem.Fix asImage(String action, int channels, int side) {
    String edit = "@Network(input = {" + channels + ", " + side + ", " + side + "})";
    String effect = "if it is an image of " + side + "x" + side + " pixels";
    return new Problem.Fix(action, edit, effect);
  }

  private static boolean isSquare(int features, int channels) {
    return features > channels
        && channels * side(features, channels) * side(features, channels) == features;
  }

  private static int side(int features, int channels) {
    return (int) Math.round(Math.sqrt((double) features / channels));
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
    boolean fits = fit(window, input.shape());
    if (!fits) {
      scope.report(new WindowTooLarge(layer, window, input).problem());
    }
    return fits;
  }

  /** Whether a window is no larger than an image, padded, as far as that is known. */
  static boolean fit(Window window, Shape image) {
    return fits(image.height(), window.height(image.height()))
        && fits(image.width(), window.width(image.width()));
  }

  private static boolean fits(int input, int output) {
    return input == Shape.UNKNOWN || output >= 1;
  }

  /** As the arguments of a modifier. */
  static String arguments(Extent extent) {
    return extent.is(extent.height())
        ? Integer.toString(extent.height())
        : extent.height() + ", " + extent.width();
  }
}
