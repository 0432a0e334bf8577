package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.PaddingMode;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.TransposedConvOp;
import java.util.List;
import java.util.Optional;

/** How a transposed convolution comes to make an image of a given size. */
final class TransposedSize {
  /** Along one axis: {@code (input - 1) stride - 2 padding + reach + added} is the output. */
  private record Axis(int stride, int padding, int added) {}

  private final TransposedConvOp op;
  private final boolean isSame;
  private final Shape input;
  private final Shape target;

  private TransposedSize(Node node, TransposedConvLayer layer, Shape target) {
    this.op = (TransposedConvOp) node.op();
    this.isSame = layer.window().padding() == PaddingMode.SAME;
    this.input = Windows.size(node.inputs().get(0).output());
    this.target = target;
  }

  /** The last node of a path that changes the size, if it is a transposed convolution. */
  static Optional<Node> last(List<Node> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      Node node = path.get(i);
      if (node.declaredBy() instanceof TransposedConvLayer
          && node.op() instanceof TransposedConvOp) {
        return Optional.of(node);
      }
      if (Windows.changesSize(node)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The modifiers to write, such as {@code .stride(2)}; empty if none will do.
   *
   * @param target a height and a width
   */
  static Optional<String> edit(Node node, Shape target) {
    return node.declaredBy() instanceof TransposedConvLayer layer
        ? new TransposedSize(node, layer, target).edit()
        : Optional.empty();
  }

  private Optional<String> edit() {
    if (!Shapes.bothKnown(input, target)) {
      return Optional.empty();
    }
    Optional<String> added = isSame ? Optional.empty() : withOutputPadding();
    return added.isPresent() ? added : anew();
  }

  /** It can add what its stride left open. */
  private Optional<String> withOutputPadding() {
    Extent stride = op.window().stride();
    int rows = op.outputPadding().height() + target.dim(0) - op.height(input.dim(0));
    int columns = op.outputPadding().width() + target.dim(1) - op.width(input.dim(1));
    boolean isFree =
        0 <= rows && rows < stride.height() && 0 <= columns && columns < stride.width();
    return isFree
        ? Optional.of(".outputPadding(" + Windows.arguments(new Extent(rows, columns)) + ")")
        : Optional.empty();
  }

  private Optional<String> anew() {
    Extent reach = op.window().reach();
    Optional<Axis> rows = axis(input.dim(0), target.dim(0), reach.height());
    Optional<Axis> columns = axis(input.dim(1), target.dim(1), reach.width());
    if (rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    Extent stride = new Extent(rows.get().stride(), columns.get().stride());
    Extent padding = new Extent(rows.get().padding(), columns.get().padding());
    Extent added = new Extent(rows.get().added(), columns.get().added());
    String edit = "";
    if (!stride.equals(op.window().stride())) {
      edit += ".stride(" + Windows.arguments(stride) + ")";
    }
    if (!isSame && !Sides.of(padding.height(), padding.width()).equals(op.window().padding())) {
      edit += ".padding(" + Windows.arguments(padding) + ")";
    }
    if (!isSame && !added.equals(op.outputPadding())) {
      edit += ".outputPadding(" + Windows.arguments(added) + ")";
    }
    return edit.isEmpty() ? Optional.empty() : Optional.of(edit);
  }

  /** The stride that the sizes suggest, and the least padding that makes up for the kernel. */
  private Optional<Axis> axis(int input, int target, int reach) {
    int stride = target / input;
    int rest = target - stride * input;
    if (stride < 1 || isSame && rest > 0) {
      return Optional.empty();
    }
    int excess = reach - stride - rest;
    int padding = excess <= 0 ? 0 : (excess + 1) / 2;
    int added = 2 * padding - excess;
    return added < stride ? Optional.of(new Axis(stride, padding, added)) : Optional.empty();
  }
}
