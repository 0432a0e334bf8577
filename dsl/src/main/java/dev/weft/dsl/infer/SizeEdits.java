package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Layer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.WindowedLayer;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The strides and paddings with which the sliding windows of a path make an image of a given size:
 * of all ways the one that changes the least.
 *
 * @param edits what to write at each window that changes
 * @param cost how much that is
 */
record SizeEdits(Map<Node, String> edits, int cost) {
  /** Of more windows it is anyone's guess which of them is wrong. */
  private static final int MOST_WINDOWS = 4;

  /** A stride is more likely meant than the lack of padding. */
  private static final int COST_OF_STRIDE = 2;

  private static final SizeEdits NONE = new SizeEdits(Map.of(), 0);

  /** One way to write a node: the size that it makes, and the edit, empty if nothing changes. */
  private record Option(Shape size, String edit, int cost) {}

  /**
   * The edits along a path, one node behind the other; empty if none will do.
   *
   * @param from the image that comes in
   * @param to the height and width that are to come out
   */
  static Optional<SizeEdits> find(List<Node> path, Shape from, Shape to) {
    long windows = path.stream().filter(node -> node.op().slidingWindow().isPresent()).count();
    return isChain(path) && windows <= MOST_WINDOWS
        ? new Search(path, to).from(0, Windows.size(from))
        : Optional.empty();
  }

  /** As much of the end of a path as can be searched. */
  static List<Node> searchable(List<Node> path) {
    int start = path.size();
    int windows = 0;
    while (start > 0 && path.get(start - 1).inputs().get(0).output().rank() == 3) {
      windows += path.get(start - 1).op().slidingWindow().isPresent() ? 1 : 0;
      if (windows > MOST_WINDOWS) {
        break;
      }
      start--;
    }
    return path.subList(start, path.size());
  }

  /** The size that a path makes if its strides count, and no window eats of the border. */
  static Optional<Shape> strided(List<Node> path) {
    if (path.isEmpty() || !isChain(path)) {
      return Optional.empty();
    }
    Shape size = Windows.size(path.get(0).inputs().get(0).output());
    for (Node node : path) {
      Optional<Window> window = node.op().slidingWindow();
      if (!size.isKnown() || window.isEmpty() && Windows.changesSize(node)) {
        return Optional.empty();
      }
      Extent stride = window.map(Window::stride).orElse(Extent.square(1));
      size =
          Shape.of((size.dim(0) - 1) / stride.height() + 1, (size.dim(1) - 1) / stride.width() + 1);
    }
    return Optional.of(size);
  }

  private static boolean isChain(List<Node> path) {
    for (int i = 0; i < path.size(); i++) {
      List<Node> inputs = path.get(i).inputs();
      boolean isNext = inputs.size() == 1 && (i == 0 || inputs.get(0) == path.get(i - 1));
      if (!isNext || path.get(i).output().rank() != 3 || inputs.get(0).output().rank() != 3) {
        return false;
      }
    }
    return true;
  }

  private SizeEdits behind(Node node, Option option) {
    Map<Node, String> all = new LinkedHashMap<>();
    if (!option.edit.isEmpty()) {
      all.put(node, option.edit);
    }
    all.putAll(edits);
    return new SizeEdits(all, cost + option.cost);
  }

  /** Tries all ways along a path. */
  private record Search(List<Node> path, Shape to) {
    Optional<SizeEdits> from(int index, Shape size) {
      if (index == path.size()) {
        return size.equals(to) ? Optional.of(NONE) : Optional.empty();
      }
      Node node = path.get(index);
      return options(node, size).stream()
          .flatMap(option -> from(index + 1, option.size).map(e -> e.behind(node, option)).stream())
          .min(Comparator.comparingInt(SizeEdits::cost));
    }

    private List<Option> options(Node node, Shape size) {
      Optional<Window> window = node.op().slidingWindow();
      if (window.isPresent()) {
        return windows(node, window.get(), size);
      }
      List<Option> options = new ArrayList<>();
      if (size.equals(Windows.size(node.inputs().get(0).output()))) {
        options.add(new Option(Windows.size(node.output()), "", 0));
        TransposedSize.edit(node, to)
            .ifPresent(edit -> options.add(new Option(to, edit, COST_OF_STRIDE)));
      } else if (Windows.keepsAnySize(node)) {
        options.add(new Option(size, "", 0));
      }
      return options;
    }

    private List<Option> windows(Node node, Window window, Shape size) {
      List<Option> options = new ArrayList<>();
      options.add(new Option(output(window, size), "", 0));
      if (isEditable(node)) {
        for (Extent stride : strides(window, size)) {
          for (Sides padding : paddings(node, window, size)) {
            options.add(option(window, stride, padding, size));
          }
        }
      }
      options.removeIf(option -> !option.size.isKnown());
      return options;
    }

    /** Whether the layer is declared in one place only, and its padding as a number. */
    private boolean isEditable(Node node) {
      return node.declaredBy() instanceof WindowedLayer<?> layer
          && layer.window().padding() instanceof Sides
          && nodesOf(layer).size() == (layer instanceof SeparableConvLayer ? 2 : 1)
          && nodesOf(layer).get(0) == node;
    }

    private List<Node> nodesOf(Layer layer) {
      return path.stream().filter(each -> each.declaredBy() == layer).toList();
    }

    private Set<Extent> strides(Window window, Shape size) {
      int height = (size.dim(0) - 1) / to.dim(0) + 1;
      int width = (size.dim(1) - 1) / to.dim(1) + 1;
      return new LinkedHashSet<>(
          List.of(window.stride(), Extent.square(1), new Extent(height, width)));
    }

    private static Set<Sides> paddings(Node node, Window window, Shape size) {
      Sides same = Windows.keeping(window);
      boolean isPooling = node.op() instanceof MaxPoolOp || node.op() instanceof AvgPoolOp;
      // A pooling refuses padding beyond half its kernel, which a dilated one would need.
      boolean isRefused = isPooling && !window.dilation().is(1);
      // Around a smaller image there would be windows of nothing but padding.
      boolean isTooMuch = same.top() >= size.dim(0) || same.left() >= size.dim(1);
      return isRefused || isTooMuch
          ? Set.of(window.padding())
          : new LinkedHashSet<>(List.of(window.padding(), same));
    }

    private static Option option(Window window, Extent stride, Sides padding, Shape size) {
      String edit = "";
      int cost = 0;
      if (!stride.equals(window.stride())) {
        edit += ".stride(" + Windows.arguments(stride) + ")";
        cost += COST_OF_STRIDE;
      }
      if (!padding.equals(window.padding())) {
        edit += ".padding(" + padding.listed() + ")";
        cost++;
      }
      Window edited = window.stride(stride.height(), stride.width()).padding(padding);
      return new Option(output(edited, size), edit, cost);
    }

    /** Height and width; unknown where the window does not fit. */
    private static Shape output(Window window, Shape size) {
      int height = window.height(size.dim(0));
      int width = window.width(size.dim(1));
      return height < 1 || width < 1 ? Shape.unknown() : Shape.of(height, width);
    }
  }
}
