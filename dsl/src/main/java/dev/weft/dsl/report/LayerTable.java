package dev.weft.dsl.report;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.ParameterSpec;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.problem.Counts;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of a network's layers: one row an operation, with its output, its parameters, its
 * multiply-adds, the pixels of the input that one element of its output sees, and the memory of its
 * output. Where a row reads something other than the row above, it says what: so a branch shows
 * where it leaves, and an addition or a concatenation what it joins. A name in the same block is
 * written from its dot on.
 *
 * <pre>
 * layer                  operation                from                        output
 * layer2.0.bn2           batchNorm                                     128 x 28 x 28
 * layer2.0.downsample.0  conv 1x1, 128, stride 2  layer1.1.5           128 x 28 x 28
 * layer2.0.downsample.1  batchNorm                                     128 x 28 x 28
 * layer2.0.add           add                      .bn2, .downsample.1  128 x 28 x 28
 * </pre>
 *
 * @param rows the operations in order
 * @param totals what they add up to
 * @param sideOutputs the outputs of auxiliary heads
 */
public record LayerTable(List<Row> rows, Totals totals, List<Graph.SideOutput> sideOutputs) {
  /**
   * One operation.
   *
   * @param name the layer's full name
   * @param operation the operation with its arguments
   * @param from what it reads, briefly; empty if that is the row above
   * @param output the shape of its output
   * @param parameters its trainable elements
   * @param macs its multiply-adds for one image
   * @param receptiveField what one element of its output sees
   * @param bytes the memory of its output for one image, in float32
   * @param isFrozen whether training leaves it as it is
   */
  public record Row(
      String name,
      String operation,
      String from,
      Shape output,
      long parameters,
      long macs,
      Extent receptiveField,
      long bytes,
      boolean isFrozen) {}

  /**
   * What a network has and takes as a whole.
   *
   * @param parameters trainable elements
   * @param frozenParameters those of them that training leaves as they are
   * @param macs multiply-adds for one image
   * @param parameterBytes the memory of all its arrays, running statistics too, in float32
   * @param inferenceBytes the memory that inference keeps for one image besides: the plan's buffers
   * @param trainingBytes the memory that a training step keeps for one image besides
   */
  public record Totals(
      long parameters,
      long frozenParameters,
      long macs,
      long parameterBytes,
      long inferenceBytes,
      long trainingBytes) {
    static Totals of(Program program) {
      Graph graph = program.graph();
      long elements =
          graph.nodes().stream()
              .flatMap(node -> node.op().parameters().stream())
              .map(ParameterSpec::shape)
              .mapToLong(Shape::elements)
              .sum();
      return new Totals(
          graph.parameters(),
          graph.frozenParameters(),
          graph.macs(),
          Units.bytes(elements),
          Units.bytes(program.inference().memory().elements()),
          Units.bytes(program.training().memory().elements()));
    }
  }

  /** Copies the lists. */
  public LayerTable {
    rows = List.copyOf(rows);
    sideOutputs = List.copyOf(sideOutputs);
  }

  /** The table of a network; reshaping is not shown. */
  public static LayerTable of(Program program) {
    Graph graph = program.graph();
    Sources sources = new Sources(graph);
    List<Row> rows = new ArrayList<>();
    for (Node node : graph.nodes()) {
      if (hasRow(node)) {
        rows.add(row(node, sources.next(node)));
      }
    }
    return new LayerTable(rows, Totals.of(program), graph.sideOutputs());
  }

  /** Whether a node has a row; reshaping and the input itself have none. */
  public static boolean hasRow(Node node) {
    return Sources.isShown(node);
  }

  private static Row row(Node node, String from) {
    return new Row(
        node.name(),
        node.op().describe(),
        from,
        node.output(),
        node.op().parameterCount(),
        node.macs(),
        node.receptiveField().size(),
        Units.bytes(node.output().elements()),
        node.isFrozen());
  }

  /** The table as lines of text: headings, rows, totals, memory, what is frozen, side outputs. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Columns.aligned(this));
    lines.add(
        "memory: %s of parameters; for each image %s in inference, %s in training"
            .formatted(
                Units.readableBytes(totals.parameterBytes()),
                Units.readableBytes(totals.inferenceBytes()),
                Units.readableBytes(totals.trainingBytes())));
    if (totals.frozenParameters() > 0) {
      lines.add(
          "frozen: %s of %s"
              .formatted(
                  Counts.number(totals.frozenParameters()),
                  Counts.of(totals.parameters(), "parameter")));
    }
    for (Graph.SideOutput side : sideOutputs) {
      lines.add(
          "side output: %s, %s, its loss weighs %s"
              .formatted(side.node().name(), side.node().output(), side.weight()));
    }
    return lines;
  }
}
