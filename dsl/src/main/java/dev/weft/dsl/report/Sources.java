package dev.weft.dsl.report;

import dev.weft.dsl.graph.Graph;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.op.FlattenOp;
import dev.weft.dsl.op.InputOp;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a table take their inputs from, in words: nothing if it is the row above, which
 * is what a reader expects.
 */
final class Sources {
  private static final int MOST_NAMES = 6;

  private Node above;

  Sources(Graph graph) {
    this.above = graph.input();
  }

  /** Whether a node is shown; see {@link LayerTable#hasRow}. */
  static boolean isShown(Node node) {
    return !(node.op() instanceof FlattenOp) && !(node.op() instanceof InputOp);
  }

  /** The sources of the node of the next row. */
  String next(Node node) {
    List<Node> sources = node.inputs().stream().map(Sources::shown).toList();
    boolean isAsExpected = sources.equals(List.of(above));
    above = node;
    return isAsExpected ? "" : listed(sources, node);
  }

  private static Node shown(Node node) {
    Node shown = node;
    while (shown.op() instanceof FlattenOp) {
      shown = shown.inputs().get(0);
    }
    return shown;
  }

  private static String listed(List<Node> sources, Node reader) {
    List<String> listed = new ArrayList<>();
    for (Node source : sources.subList(0, Math.min(sources.size(), MOST_NAMES))) {
      listed.add(brief(source.name(), reader.name()));
    }
    if (sources.size() > MOST_NAMES) {
      listed.add(sources.size() - MOST_NAMES + " more");
    }
    return String.join(", ", listed);
  }

  /** The name; within the block of its reader only what comes behind that, dot included. */
  private static String brief(String name, String reader) {
    int block = reader.lastIndexOf('.') + 1;
    return block > 0 && name.startsWith(reader.substring(0, block))
        ? name.substring(block - 1)
        : name;
  }
}
