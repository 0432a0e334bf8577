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
import java.util.stream.Stream;

/**
 * A window some of whose elements see nothing but padding, wherever it stands: of a padded 3x3 on a
 * 1x1 image, only the one in the middle ever meets a pixel.
 */
final class DeadReceptiveField implements Check {
  @Override
  public Stream<Problem> problems(Readers network) {
    return network
        .operations()
        .filter(node -> node.op().slidingWindow().isPresent())
        .filter(node -> elements(seeing(node)) < elements(kernel(node)))
        .map(node -> problem(node, network.graph().input()));
  }

  private static Extent kernel(Node node) {
    return node.op().slidingWindow().orElseThrow().kernel();
  }

  /** The part of the kernel that sees something. */
  private static Extent seeing(Node node) {
    Window window = node.op().slidingWindow().orElseThrow();
    Shape input = node.inputs().get(0).output();
    return new Extent(
        Axis.vertical(window, input).seeing(), Axis.horizontal(window, input).seeing());
  }

  private static long elements(Extent extent) {
    return (long) extent.height() * extent.width();
  }

  private static Problem problem(Node node, Node networkInput) {
    Shape input = node.inputs().get(0).output();
    Extent seeing = seeing(node);
    long all = elements(kernel(node));
    long dead = all - elements(seeing);
    String headline =
        "%s of the %s elements of the %s kernel %s only padding, never a pixel of the %dx%d input"
            .formatted(
                Counts.number(dead),
                Counts.number(all),
                kernel(node),
                dead == 1 ? "sees" : "see",
                input.height(),
                input.width());
    List<Problem.Detail> details = new ArrayList<>(List.of(Words.input(node)));
    String saved = null;
    if (node.op() instanceof ConvOp conv) {
      long slices = (long) conv.channels() / conv.groups() * conv.filters();
      String weights = Counts.number(dead * slices) + " of " + Counts.of(all * slices, "weight");
      details.add(new Problem.Detail("dead", null, null, weights));
      saved = "computes the same, with " + Counts.of(elements(seeing) * slices, "weight");
    }
    return new Problem(
        Code.DEAD_RECEPTIVE_FIELD,
        node.declaredBy(),
        null,
        headline,
        details,
        fixes(node, networkInput, saved));
  }

  private static List<Problem.Fix> fixes(Node node, Node networkInput, String saved) {
    Node input = node.inputs().get(0);
    Extent seeing = seeing(node);
    List<Problem.Fix> fixes = new ArrayList<>();
    if (seeing.height() == kernel(node).height()
        && input.output().width() == networkInput.output().width()) {
      ChannelsLast.ofNarrow(networkInput.output()).ifPresent(fixes::add);
    }
    if (isShrunk(input, networkInput.output())) {
      fixes.add(
          Problem.Fix.of(
              "shrink the image less in front of it, with fewer poolings or smaller strides"));
    }
    fixes.add(new Problem.Fix("take a " + seeing + " kernel with less padding", null, saved));
    return fixes;
  }

  private static boolean isShrunk(Node node, Shape networkInput) {
    return networkInput.rank() == 3
        && (node.output().height() < networkInput.height()
            || node.output().width() < networkInput.width());
  }
}
