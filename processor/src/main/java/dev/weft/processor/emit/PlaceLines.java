package dev.weft.processor.emit;

import dev.weft.dsl.Declared;
import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.report.LayerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where the layers of a network were declared, row by row of its table: the file, and the line of
 * each row, up to one of another file.
 *
 * <pre>
 * ResNet.java: 20 21 22 23
 * ResNetBlocks.java: 19 19 20 22 22 15 15
 * </pre>
 */
final class PlaceLines {
  private static final int LONGEST = 90;

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private String file = "";

  private PlaceLines() {}

  /**
   * The lines for a network.
   *
   * @param places where something was declared, if that is known
   */
  static List<String> of(Graph graph, Function<Declared, Optional<DeclaredAt>> places) {
    PlaceLines text = new PlaceLines();
    for (Node node : graph.nodes()) {
      if (LayerTable.hasRow(node)) {
        text.add(places.apply(node.declaredBy()).orElse(DeclaredAt.UNKNOWN));
      }
    }
    text.end();
    return text.lines;
  }

  private void add(DeclaredAt place) {
    if (!place.file().equals(file) || line.length() >= LONGEST) {
      end();
      file = place.file();
      line.append(file).append(':');
    }
    line.append(' ').append(place.line());
  }

  private void end() {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }
}
