package dev.weft.dsl.graph;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.InputOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of a network's layers: one row an operation, with its output, its parameters, its
 * multiply-adds and the pixels of the input that one element of its output sees.
 *
 * @param rows the operations in order
 * @param parameters the sum of the parameters
 * @param macs the sum of the multiply-adds
 */
public record LayerTable(List<Row> rows, long parameters, long macs) {
  private static final String[] HEADINGS = {
    "layer", "operation", "output", "parameters", "MACs", "sees"
  };
  private static final boolean[] RIGHT = {false, false, true, true, true, true};

  /**
   * One operation.
   *
   * @param name the layer's full name
   * @param operation the operation with its arguments
   * @param output the shape of its output
   * @param parameters its trainable elements
   * @param macs its multiply-adds for one image
   * @param receptiveField what one element of its output sees
   */
  public record Row(
      String name,
      String operation,
      Shape output,
      long parameters,
      long macs,
      Extent receptiveField) {}

  /** Copies the list. */
  public LayerTable {
    rows = List.copyOf(rows);
  }

  /** The table of a graph; reshaping is not shown. */
  public static LayerTable of(Graph graph) {
    List<Row> rows =
        graph.nodes().stream()
            .filter(node -> !(node.op() instanceof FlattenOp))
            .filter(node -> !(node.op() instanceof InputOp))
            .map(LayerTable::row)
            .toList();
    return new LayerTable(rows, graph.parameters(), graph.macs());
  }

  private static Row row(Node node) {
    return new Row(
        node.name(),
        node.op().describe(),
        node.output(),
        node.op().parameterCount(),
        node.macs(),
        node.receptiveField().size());
  }

  /** The table as lines of text in aligned columns: headings, rows, total. */
  public List<String> lines() {
    List<String[]> cells = new ArrayList<>();
    cells.add(HEADINGS);
    rows.forEach(row -> cells.add(cells(row)));
    cells.add(new String[] {"total", "", "", number(parameters), number(macs), ""});
    int[] widths = new int[HEADINGS.length];
    for (String[] line : cells) {
      for (int i = 0; i < line.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    return cells.stream().map(line -> aligned(line, widths)).toList();
  }

  private static String[] cells(Row row) {
    return new String[] {
      row.name(),
      row.operation(),
      row.output().toString(),
      number(row.parameters()),
      number(row.macs()),
      row.receptiveField().toString()
    };
  }

  private static String aligned(String[] cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String space = " ".repeat(widths[i] - cells[i].length());
      line.append(i == 0 ? "" : "  ").append(RIGHT[i] ? space + cells[i] : cells[i] + space);
    }
    return line.toString().stripTrailing();
  }

  private static String number(long number) {
    return number == 0 ? "-" : String.format(Locale.ROOT, "%,d", number);
  }
}
