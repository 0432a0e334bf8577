package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.CropOp;
import dev.weft.dsl.op.DenseOp;
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

/** Which operations of a path gave its value the shape that it has, in words. */
final class Causes {
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

  /** The last part of a node's name: the given name, or the kind with the index. */
  static String nameOf(Node node) {
    return node.path().get(node.path().size() - 1).accessor();
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
  private static boolean isSized(Op op) {
    return op instanceof ConvOp || op instanceof TransposedConvOp || op instanceof DenseOp;
  }

  private static String unit(Op op) {
    return op instanceof DenseOp ? "feature" : "filter";
  }

  /** The fix of giving an operation that chooses its number of channels another number. */
  static Problem.Fix resized(Node node, int channels) {
    return new Problem.Fix(
        "give " + nameOf(node) + " " + Counts.of(channels, unit(node.op())), null, null);
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
