package dev.weft.dsl.infer;

import dev.weft.dsl.graph.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The operations, one behind the other, that lead to a value. */
final class Chain {
  private Chain() {}

  /** From the network's input, or from where shapes are known, through the first of all inputs. */
  static List<Node> to(Node node) {
    Deque<Node> chain = new ArrayDeque<>();
    for (Node each = node; !each.inputs().isEmpty(); each = each.inputs().get(0)) {
      chain.addFirst(each);
    }
    return List.copyOf(chain);
  }

  /** From where values last joined. */
  static List<Node> sinceJoin(Node node) {
    Deque<Node> chain = new ArrayDeque<>();
    for (Node each = node; each.inputs().size() == 1; each = each.inputs().get(0)) {
      chain.addFirst(each);
    }
    return List.copyOf(chain);
  }
}
