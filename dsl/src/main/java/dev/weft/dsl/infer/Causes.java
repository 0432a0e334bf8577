package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ConcatOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.PadChannelsOp;
import dev.weft.dsl.op.Window;
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

  /** {@code 1 filter}, {@code 2 filters}. */
  static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** The last part of a node's name: the given name, or the kind with the index. */
  static String nameOf(Node node) {
    return node.path().get(node.path().size() - 1).accessor();
  }

  /** The last operation that chooses its number of channels or features. */
  static Optional<Node> lastSized(List<Node> path) {
    return path.stream()
        .filter(node -> node.op() instanceof ConvOp || node.op() instanceof DenseOp)
        .reduce((first, second) -> second);
  }

  private static Optional<Node> lastChannelChange(List<Node> path) {
    return path.stream()
        .filter(
            node ->
                node.op() instanceof ConvOp
                    || node.op() instanceof DenseOp
                    || node.op() instanceof ConcatOp
                    || node.op() instanceof PadChannelsOp)
        .filter(node -> node.output().channels() != node.inputs().get(0).output().channels())
        .reduce((first, second) -> second);
  }

  private static String size(Node node) {
    int channels = node.output().channels();
    if (node.op() instanceof ConvOp) {
      return counted(channels, "filter");
    }
    return counted(channels, node.op() instanceof DenseOp ? "feature" : "channel");
  }

  /** What a sliding window does to height and width, unless it keeps them. */
  private static Optional<String> sizeChange(Node node) {
    if (node.inputs().isEmpty()) {
      return Optional.empty();
    }
    return node.op().window(node.inputs().get(0).output()).flatMap(Causes::sizeChange);
  }

  private static Optional<String> sizeChange(Window window) {
    if (!window.stride().is(1)) {
      return Optional.of("stride " + window.stride().brief());
    }
    boolean keepsSize =
        2 * window.padding().height() == window.reach().height() - 1
            && 2 * window.padding().width() == window.reach().width() - 1;
    return keepsSize
        ? Optional.empty()
        : Optional.of("a " + window.reach() + " window with padding " + window.padding().brief());
  }
}
