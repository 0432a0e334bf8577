package dev.weft.dsl.lint;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Windows whose number, {@code (N - F + 2P) / S + 1}, is not whole, so that the last rows or
 * columns of the input are never read. Left alone are remainders of padding only, windows smaller
 * than their stride, which skip pixels on purpose, and ceil mode.
 */
final class InexactStride implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .operations()
        .filter(InexactStride::isInexact)
        .map(node -> problem(node, network.graph().input()));
  }

  private static boolean isInexact(Node node) {
    return node.op()
        .slidingWindow()
        .filter(window -> !window.ceilMode())
        .filter(window -> leaves(vertical(node)) || leaves(horizontal(node)))
        .isPresent();
  }

  private static boolean leaves(Axis axis) {
    return axis.reach() >= axis.stride() && axis.unread() > 0;
  }

  private static int unread(Axis axis) {
    return leaves(axis) ? axis.unread() : 0;
  }

  private static Axis vertical(Node node) {
    return Axis.vertical(window(node), input(node));
  }

  private static Axis horizontal(Node node) {
    return Axis.horizontal(window(node), input(node));
  }

  private static Window window(Node node) {
    return node.op().slidingWindow().orElseThrow();
  }

  private static Shape input(Node node) {
    return node.inputs().get(0).output();
  }

  private static Problem problem(Node node, Node networkInput) {
    Shape input = input(node);
    Axis shown = leaves(vertical(node)) ? vertical(node) : horizontal(node);
    int rows = unread(vertical(node));
    int columns = unread(horizontal(node));
    String headline =
        "the last %s of the %s input %s never read: %s"
            .formatted(
                lines(rows, columns),
                new Extent(input.height(), input.width()),
                rows + columns == 1 ? "is" : "are",
                formula(shown));
    return new Problem(
        Code.INEXACT_STRIDE,
        node.declaredBy(),
        "stride",
        headline,
        List.of(Words.input(node)),
        fixes(node, networkInput));
  }

  /** {@code row and column}, {@code 2 rows and column}. */
  private static String lines(int rows, int columns) {
    String down = rows == 1 ? "row" : Counts.of(rows, "row");
    String right = columns == 1 ? "column" : Counts.of(columns, "column");
    return rows == 0 ? right : columns == 0 ? down : down + " and " + right;
  }

  private static String formula(Axis axis) {
    int padding = axis.before() + axis.after();
    return String.format(
        Locale.ROOT,
        "(%d - %d%s) / %d + 1 = %s is not whole",
        axis.input(),
        axis.reach(),
        padding == 0 ? "" : " + " + padding,
        axis.stride(),
        String.format(Locale.ROOT, "%.2f", axis.exactOutputs()).replaceFirst("0$", ""));
  }

  private static List<Problem.Fix> fixes(Node node, Node networkInput) {
    boolean isConvolution = node.op() instanceof ConvOp;
    List<Problem.Fix> fixes = new ArrayList<>();
    if (!isConvolution) {
      Window ceiled = window(node).ceil();
      fixes.add(
          fix("let a last window count that is only partly filled", ".ceilMode()", ceiled, node));
    }
    Axis vertical = vertical(node);
    Axis horizontal = horizontal(node);
    int rows = vertical.exactPadding(most(vertical, isConvolution));
    int columns = horizontal.exactPadding(most(horizontal, isConvolution));
    if (rows >= 0 && columns >= 0) {
      String padding = rows == columns ? "" + rows : rows + ", " + columns;
      Window padded = window(node).padding(rows, columns);
      fixes.add(fix("pad the input", ".padding(" + padding + ")", padded, node));
    } else if (isConvolution) {
      fixes.add(paddedBelow(node, vertical, horizontal));
    }
    if (node.inputs().get(0) == networkInput) {
      fixes.add(exactInput(networkInput.output(), vertical, horizontal));
    }
    return fixes;
  }

  /** More would make windows that see nothing but padding. */
  private static int most(Axis axis, boolean isConvolution) {
    return isConvolution ? axis.reach() - 1 : axis.kernel() / 2;
  }

  private static Problem.Fix paddedBelow(Node node, Axis vertical, Axis horizontal) {
    int bottom = vertical.after() + missing(vertical);
    int right = horizontal.after() + missing(horizontal);
    String padding =
        ".padding(%d, %d, %d, %d)".formatted(vertical.before(), horizontal.before(), bottom, right);
    Window padded = window(node).padding(vertical.before(), horizontal.before(), bottom, right);
    return fix("pad the input below and to the right", padding, padded, node);
  }

  /** The lines with which one more window would be full. */
  private static int missing(Axis axis) {
    return axis.rest() == 0 ? 0 : axis.stride() - axis.rest();
  }

  private static Problem.Fix fix(String action, String edit, Window window, Node node) {
    Shape input = input(node);
    Extent size = new Extent(window.height(input.height()), window.width(input.width()));
    return new Problem.Fix(action, edit, size + " pixels come out");
  }

  private static Problem.Fix exactInput(Shape input, Axis vertical, Axis horizontal) {
    Shape exact =
        Shape.of(
            input.channels(),
            input.height() + missing(vertical),
            input.width() + missing(horizontal));
    return new Problem.Fix(
        "give the network an input that fits", "@Network(input = {" + exact.listed() + "})", null);
  }
}
