package dev.weft.dsl.infer;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;
import dev.weft.dsl.UpsampleLayer;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.InputOp;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.UpsampleOp;
import dev.weft.dsl.op.Window;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How two stages whose images differ in size can come to join. */
final class StageSizes {
  /** Beyond it, another size is no way out, and might not even be one. */
  private static final int LARGEST_INPUT = 1 << 16;

  private final Joined small;
  private final Joined large;

  StageSizes(Joined first, Joined second) {
    boolean isFirstSmaller =
        first.shape().height() <= second.shape().height()
            && first.shape().width() <= second.shape().width();
    this.small = isFirstSmaller ? first : second;
    this.large = isFirstSmaller ? second : first;
  }

  List<Problem.Fix> fixes() {
    List<Problem.Fix> fixes = new ArrayList<>();
    Shape from = small.shape();
    Shape to = large.shape();
    if (!Shapes.bothKnown(from, to) || from.height() > to.height() || from.width() > to.width()) {
      return fixes;
    }
    int factor = to.height() / from.height();
    if (factor * from.height() == to.height() && factor * from.width() == to.width()) {
      upsampled(small, to).or(() -> transposed(small, to)).ifPresent(fixes::add);
      fixes.add(
          upsampled(large, from)
              .orElseGet(
                  () -> Problem.Fix.of("put upsample(" + factor + ") behind " + small.label())));
      return fixes;
    }
    transposed(small, to).or(() -> transposed(large, from)).ifPresent(fixes::add);
    divisibleInput().ifPresent(fixes::add);
    int rows = to.height() - from.height();
    int columns = to.width() - from.width();
    if (rows < from.height() && columns < from.width()) {
      fixes.add(cropped(Windows.around(rows, columns)));
    }
    return fixes;
  }

  /** In a stage of its own, since other stages may read the larger one as well. */
  private Problem.Fix cropped(Sides cut) {
    String stage = large.stage();
    String values = cut.listed().contains(",") ? "{" + cut.listed() + "}" : cut.listed();
    return new Problem.Fix(
        "join a crop of " + large.label() + " in its place",
        "@From(\"" + stage + "\") @Crop(" + values + ") Layer " + stage + "Cropped();",
        null);
  }

  /** A transposed convolution can make almost any size. */
  private static Optional<Problem.Fix> transposed(Joined part, Shape size) {
    return TransposedSize.last(Chain.sinceJoin(part.flow().node()))
        .flatMap(
            node ->
                TransposedSize.edit(node, Windows.size(size))
                    .map(edit -> made(part, size, edit, node)));
  }

  /** Pixels that are repeated may be repeated more or less often. */
  private static Optional<Problem.Fix> upsampled(Joined part, Shape size) {
    return Chain.sinceJoin(part.flow().node()).stream()
        .filter(Windows::changesSize)
        .reduce((first, last) -> last)
        .filter(node -> node.declaredBy() instanceof UpsampleLayer)
        .flatMap(
            node -> {
              Shape from = node.inputs().get(0).output();
              int factor = size.height() / from.height();
              return factor > 1
                      && factor * from.height() == size.height()
                      && factor * from.width() == size.width()
                  ? Optional.of(made(part, size, "upsample(" + factor + ")", node))
                  : Optional.empty();
            });
  }

  private static Problem.Fix made(Joined part, Shape size, String edit, Node by) {
    String action = "let " + part.label() + " make " + Windows.size(size).compact();
    return new Problem.Fix(action, edit, null, by.declaredBy());
  }

  /** A larger input that all strides divide, if both sides then agree. */
  private Optional<Problem.Fix> divisibleInput() {
    List<Node> chain = Chain.to(small.flow().node());
    if (chain.isEmpty() || !isNetworkInput(chain.get(0).inputs().get(0))) {
      return Optional.empty();
    }
    Shape input = chain.get(0).inputs().get(0).output();
    long divisor = divisor(chain);
    if (divisor > Math.min(input.height(), input.width())
        || Math.max(input.height(), input.width()) > LARGEST_INPUT) {
      return Optional.empty();
    }
    Shape divisible =
        Shape.of(input.channels(), above(input.height(), divisor), above(input.width(), divisor));
    Shape one = output(small.flow().node(), divisible);
    Shape other = output(large.flow().node(), divisible);
    return Windows.size(one).equals(Windows.size(other))
        ? Optional.of(
            new Problem.Fix(
                "take an input whose height and width are multiples of " + divisor,
                null,
                "such as " + Windows.size(divisible).compact()))
        : Optional.empty();
  }

  private static boolean isNetworkInput(Node node) {
    return node.op() instanceof InputOp && node.declaredBy() == null && node.output().rank() == 3;
  }

  private static int above(int size, long divisor) {
    return Math.toIntExact((size + divisor - 1) / divisor * divisor);
  }

  /** By how much the path makes its input smaller where it is smallest. */
  private static long divisor(List<Node> chain) {
    long scale = 1;
    long largest = 1;
    for (Node node : chain) {
      int stride = node.op().slidingWindow().map(Window::stride).map(Extent::height).orElse(1);
      scale = Math.min(scale * stride, Integer.MAX_VALUE);
      largest = Math.max(largest, scale);
      if (node.op() instanceof TransposedConvOp conv) {
        scale = Math.max(1, scale / conv.window().stride().height());
      } else if (node.op() instanceof UpsampleOp upsample) {
        scale = Math.max(1, scale / upsample.factor());
      }
    }
    return largest;
  }

  /** What a node would compute of another input of the network; any depth, without recursion. */
  private static Shape output(Node node, Shape input) {
    Map<Node, Shape> known = new IdentityHashMap<>();
    Deque<Node> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      Node next = open.peek();
      List<Node> missing = next.inputs().stream().filter(each -> !known.containsKey(each)).toList();
      if (missing.isEmpty()) {
        List<Shape> inputs = next.inputs().stream().map(known::get).toList();
        known.put(open.pop(), isNetworkInput(next) ? input : next.op().output(inputs));
      } else {
        missing.forEach(open::push);
      }
    }
    return known.get(node);
  }
}
