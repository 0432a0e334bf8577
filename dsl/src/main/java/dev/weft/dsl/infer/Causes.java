package dev.weft.dsl.infer;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.DenseLayer;
import dev.weft.dsl.SeparableConvLayer;
import dev.weft.dsl.TransposedConvLayer;
import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.GlobalAvgPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.PadOp;
import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operations of a path gave its value the shape that it has, in words. */
final class Causes {
  private static final int MOST_SIZE_CHANGES = 3;

  private Causes() {}

  /** For example {@code conv1 has 128 filters and stride 2}. */
  static String of(List<Node> path) {
    Map<Node, List<String>> facts = new LinkedHashMap<>();
    lastChannelChange(path)
        .ifPresent(node -> facts.computeIfAbsent(node, n -> new ArrayList<>()).add(size(node)));
    for (Node node : path) {
      sizeChange(node)
          .ifPresent(fact -> facts.computeIfAbsent(node, n -> new ArrayList<>()).add(fact));
    }
    List<String> sentences = new ArrayList<>();
    for (Node node : path) {
      if (facts.containsKey(node)) {
        sentences.add(nameOf(node) + " has " + String.join(" and ", facts.get(node)));
      }
    }
    return String.join(", ", sentences);
  }

  /** Which operations have a stride, for example {@code conv0 has stride 2}. */
  static String strides(Stream<Node> nodes) {
    return nodes
        .filter(node -> node.op().slidingWindow().filter(w -> !w.stride().is(1)).isPresent())
        .map(node -> nameOf(node) + " has " + sizeChange(node).orElseThrow())
        .collect(Collectors.joining(", "));
  }

  /** What made an image smaller, at most the last few, for example {@code p1 has stride 2}. */
  static String shrinking(List<Node> chain) {
    return lastSizeChanges(
        chain.stream()
            .filter(Windows::changesSize)
            .filter(node -> node.output().height() < node.inputs().get(0).output().height()));
  }

  /** What made an image smaller or larger, at most the last few. */
  static String resizing(List<Node> chain) {
    return lastSizeChanges(chain.stream().filter(Windows::changesSize));
  }

  private static String lastSizeChanges(Stream<Node> nodes) {
    List<String> facts =
        nodes
            .flatMap(node -> sizeChange(node).stream().map(fact -> node.name() + " has " + fact))
            .toList();
    int first = Math.max(0, facts.size() - MOST_SIZE_CHANGES);
    return String.join(", ", facts.subList(first, facts.size()));
  }

  /** What each part of a join has, for example {@code h1 has 7, h2 has 8}. */
  static String parts(Node join) {
    return join.inputs().stream()
        .map(part -> part.name() + " has " + Counts.number(part.output().channels()))
        .collect(Collectors.joining(", "));
  }

  /** The last part of a node's name: the given name, or the kind with the index. */
  static String nameOf(Node node) {
    boolean isPart = node.declaredBy() instanceof SeparableConvLayer;
    return node.path().get(node.path().size() - (isPart ? 2 : 1)).accessor();
  }

  /** The full name of the layer that an operation belongs to, be it one of several. */
  static String layerName(Node node) {
    boolean isPart =
        node.declaredBy() instanceof SeparableConvLayer
            || (node.op() instanceof FlattenOp && node.declaredBy() instanceof DenseLayer);
    List<Name> path = node.path();
    return path.subList(0, path.size() - (isPart ? 1 : 0)).stream()
        .map(Name::key)
        .collect(Collectors.joining("."));
  }

  /** {@code conv0, conv2 and conv4}. */
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** The last operation that chooses its number of channels or features. */
  static Optional<Node> lastSized(List<Node> path) {
    return path.stream().filter(node -> isSized(node.op())).reduce((first, second) -> second);
  }

  private static Optional<Node> lastChannelChange(List<Node> path) {
    return path.stream()
        .filter(
            node ->
                isSized(node.op())
                    || node.op() instanceof ConcatOp
                    || node.op() instanceof PadChannelsOp
                    || node.op() instanceof PixelShuffleOp)
        .filter(node -> node.output().channels() != node.inputs().get(0).output().channels())
        .reduce((first, second) -> second);
  }

  private static String size(Node node) {
    int channels = node.output().channels();
    return Counts.of(channels, isSized(node.op()) ? unit(node.op()) : "channel");
  }

  /** Whether the operation chooses its number of channels or features. */
  static boolean isSized(Op op) {
    return op instanceof ConvOp || op instanceof TransposedConvOp || op instanceof DenseOp;
  }

  private static String unit(Op op) {
    return op instanceof DenseOp ? "feature" : "filter";
  }

  /** The fix of giving an operation that chooses its number of channels another number. */
  static Problem.Fix resized(Node node, int channels) {
    return resized(nameOf(node), node, channels);
  }

  /** The same of an operation under a name that is known where the message points. */
  static Problem.Fix resized(String name, Node node, int channels) {
    Problem.Fix fix = resizedAll(name, node, channels);
    boolean isDense = node.declaredBy() instanceof DenseLayer;
    String edit = (isDense ? ".features(" : ".filters(") + channels + ")";
    return isChosen(node) ? new Problem.Fix(fix.action(), edit, null, node.declaredBy()) : fix;
  }

  /** Whether the number of channels or features stands in the declaration of the node's layer. */
  static boolean isChosen(Node node) {
    return node.declaredBy() instanceof DenseLayer
        || node.declaredBy() instanceof ConvLayer
        || node.declaredBy() instanceof SeparableConvLayer
        || node.declaredBy() instanceof TransposedConvLayer;
  }

  /** The same of several operations. */
  static Problem.Fix resizedAll(String names, Node any, int channels) {
    return Problem.Fix.of("give " + names + " " + Counts.of(channels, unit(any.op())));
  }

  /** What a sliding window does to height and width, unless it keeps them. */
  private static Optional<String> sizeChange(Node node) {
    if (node.inputs().isEmpty()) {
      return Optional.empty();
    }
    Op op = node.op();
    if (op.slidingWindow().isPresent()) {
      return sizeChange(op.slidingWindow().get());
    }
    if (op instanceof TransposedConvOp conv) {
      return Optional.of("stride " + conv.window().stride().brief() + " upwards");
    }
    boolean isResizing =
        op instanceof UpsampleOp
            || op instanceof PixelShuffleOp
            || op instanceof PadOp
            || op instanceof CropOp
            || op instanceof AdaptiveAvgPoolOp
            || op instanceof GlobalAvgPoolOp;
    return isResizing
        ? Optional.of(node.output().height() + "x" + node.output().width() + " pixels")
        : Optional.empty();
  }

  private static Optional<String> sizeChange(Window window) {
    if (!window.stride().is(1)) {
      return Optional.of("stride " + window.stride().brief());
    }
    boolean keepsSize =
        window.padding().vertical() == window.reach().height() - 1
            && window.padding().horizontal() == window.reach().width() - 1;
    return keepsSize
        ? Optional.empty()
        : Optional.of("a " + window.reach() + " window with padding " + window.padding().brief());
  }
}
