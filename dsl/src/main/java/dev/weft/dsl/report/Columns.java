package dev.weft.dsl.report;

import dev.weft.dsl.problem.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of a table of layers, each as wide as its widest cell. */
final class Columns {
  private record Column(String heading, boolean isRight, List<String> cells, int width) {
    static Column of(
        String heading, boolean isRight, LayerTable table, Function<LayerTable.Row, String> cell) {
      return of(heading, isRight, table, cell, "");
    }

    static Column of(
        String heading,
        boolean isRight,
        LayerTable table,
        Function<LayerTable.Row, String> cell,
        String total) {
      List<String> cells = new ArrayList<>();
      cells.add(heading);
      table.rows().forEach(row -> cells.add(cell.apply(row)));
      cells.add(total);
      int width = cells.stream().mapToInt(String::length).max().orElseThrow();
      return new Column(heading, isRight, cells, width);
    }

    /** Whether there is anything below the heading. */
    boolean isEmpty() {
      return cells.stream().skip(1).allMatch(String::isEmpty);
    }

    void append(int line, StringBuilder to) {
      String cell = cells.get(line);
      int start = to.length() + (to.isEmpty() ? 0 : 2);
      fill(to, isRight ? start + width - cell.length() : start);
      to.append(cell);
      fill(to, start + width);
    }
  }

  /** What stands in the last column of a layer that is frozen. */
  static final String FROZEN = "frozen";

  private static final String SPACE = " ".repeat(80);

  private Columns() {}

  /** Adds spaces up to a length. */
  private static void fill(StringBuilder line, int length) {
    while (line.length() < length) {
      line.append(SPACE, 0, Math.min(length - line.length(), SPACE.length()));
    }
  }

  /** Headings, rows and totals in aligned columns; one that is empty throughout is left out. */
  static List<String> aligned(LayerTable table) {
    LayerTable.Totals totals = table.totals();
    List<Column> columns =
        Stream.of(
                Column.of("layer", false, table, LayerTable.Row::name, "total"),
                Column.of("operation", false, table, LayerTable.Row::operation),
                Column.of("from", false, table, LayerTable.Row::from),
                Column.of("output", true, table, row -> row.output().toString()),
                Column.of(
                    "parameters",
                    true,
                    table,
                    row -> count(row.parameters()),
                    count(totals.parameters())),
                Column.of("MACs", true, table, row -> count(row.macs()), count(totals.macs())),
                Column.of("sees", true, table, row -> row.receptiveField().toString()),
                Column.of("memory", true, table, row -> Units.readableBytes(row.bytes())),
                Column.of("training", false, table, row -> row.isFrozen() ? FROZEN : ""))
            .filter(column -> !column.isEmpty())
            .toList();
    return Stream.iterate(0, line -> line < table.rows().size() + 2, line -> line + 1)
        .map(line -> line(columns, line))
        .toList();
  }

  private static String line(List<Column> columns, int line) {
    StringBuilder text = new StringBuilder();
    columns.forEach(column -> column.append(line, text));
    return text.toString().stripTrailing();
  }

  private static String count(long number) {
    return number == 0 ? "-" : Counts.number(number);
  }
}
