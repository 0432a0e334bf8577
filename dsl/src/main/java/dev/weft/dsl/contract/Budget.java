package dev.weft.dsl.contract;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Counts;
import dev.weft.dsl.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The most that a network may cost.
 *
 * @param parameters trainable elements
 * @param macs multiply-adds of convolutions and dense layers for one image
 * @param activationMegabytes what inference keeps in memory for one image besides parameters: all
 *     buffers of its plan, the one of the input among them, in float32 and units of 1,000,000 bytes
 */
public record Budget(OptionalLong parameters, OptionalLong macs, OptionalLong activationMegabytes)
    implements Contract {
  private static final int SHOWN_LAYERS = 3;
  private static final int FLOAT_BYTES = 4;
  private static final int KILOBYTE = 1_000;
  private static final int MEGABYTE = 1_000_000;

  /** One side of the budget: its name in the annotation, and how its numbers are shown. */
  private record Item(
      String name, String unit, LongFunction<String> shown, ToLongFunction<Node> cost) {}

  private static final Item PARAMETERS =
      new Item("parameters", "parameters", Counts::number, node -> node.op().parameterCount());

  private static final Item MACS = new Item("macs", "multiply-adds", Counts::number, Node::macs);

  private static final Item ACTIVATIONS =
      new Item(
          "activationMegabytes",
          "of activations",
          Budget::megabytes,
          node -> node.output().elements() * FLOAT_BYTES);

  @Override
  public List<Problem> breaches(Program program) {
    Graph graph = program.graph();
    long bytes = program.inference().memory().elements() * FLOAT_BYTES;
    return Stream.of(
            breach(PARAMETERS, parameters, 1, graph.parameters(), graph),
            breach(MACS, macs, 1, graph.macs(), graph),
            breach(ACTIVATIONS, activationMegabytes, MEGABYTE, bytes, graph))
        .flatMap(List::stream)
        .toList();
  }

  /** At most one problem: what the network costs, in the item's own unit, is above the limit. */
  private List<Problem> breach(Item item, OptionalLong limit, long scale, long cost, Graph graph) {
    if (limit.isEmpty() || limit.getAsLong() >= ceiling(cost, scale)) {
      return List.of();
    }
    String shownCost = item.shown().apply(cost);
    String shownLimit = item.shown().apply(limit.getAsLong() * scale);
    List<Problem.Detail> details = new ArrayList<>();
    details.add(new Problem.Detail("budget", shownLimit, null, null));
    details.add(new Problem.Detail("network", shownCost, null, null));
    details.addAll(largest(item, graph));
    return List.of(
        new Problem(
            Code.OVER_BUDGET,
            this,
            item.name(),
            shownCost + " " + item.unit() + " exceed the budget of " + shownLimit,
            details,
            List.of(
                Problem.Fix.of("make the largest layers smaller"),
                new Problem.Fix(
                    "raise the budget", Values.edit(item.name(), ceiling(cost, scale)), null))));
  }

  private static long ceiling(long cost, long scale) {
    return (cost + scale - 1) / scale;
  }

  private static List<Problem.Detail> largest(Item item, Graph graph) {
    List<Node> nodes =
        graph.nodes().stream()
            .filter(node -> item.cost().applyAsLong(node) > 0)
            .sorted(Comparator.comparingLong(item.cost()).reversed())
            .limit(SHOWN_LAYERS)
            .toList();
    List<Problem.Detail> details = new ArrayList<>();
    for (Node node : nodes) {
      String what =
          node.inputs().isEmpty()
              ? "the network's input"
              : node.name() + ", " + node.op().describe();
      String value = item.shown().apply(item.cost().applyAsLong(node));
      details.add(
          new Problem.Detail(details.isEmpty() ? "largest" : "", value, node.declaredBy(), what));
    }
    return details;
  }

  private static String megabytes(long bytes) {
    if (bytes == 0) {
      return "0 MB";
    }
    return bytes < MEGABYTE
        ? String.format(Locale.ROOT, "%.2f KB", (double) bytes / KILOBYTE)
        : String.format(Locale.ROOT, "%,.2f MB", (double) bytes / MEGABYTE);
  }
}
