package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stage or a block of the network as the generated source shows it: a member is either a layer or
 * again a block with members.
 */
final class Block {
  private final String fullName;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, Node> layers = new LinkedHashMap<>();
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  Block(String fullName) {
    this.fullName = fullName;
  }

  /** Sorts the nodes that some step computes into a tree of blocks by their names. */
  static Block root(Program program) {
    Set<Node> layers = new HashSet<>();
    program.training().forward().forEach(step -> layers.add(step.node()));
    program.inference().forward().forEach(step -> layers.add(step.node()));
    Block root = new Block("");
    for (Node node : program.graph().nodes()) {
      if (layers.contains(node)) {
        root.add(node, 0);
      }
    }
    return root;
  }

  private void add(Node node, int depth) {
    Name name = node.path().get(depth);
    names.putIfAbsent(name.key(), name);
    if (depth == node.path().size() - 1) {
      if (layers.put(name.key(), node) != null) {
        throw new IllegalStateException("two layers are called " + node.name());
      }
    } else {
      String below = fullName.isEmpty() ? name.key() : fullName + "." + name.key();
      blocks.computeIfAbsent(name.key(), key -> new Block(below)).add(node, depth + 1);
    }
  }

  /** The full name as parameters carry it; empty for the network. */
  String fullName() {
    return fullName;
  }

  /**
   * What the block is made of, down to its last layer: blocks of which this is equal differ in
   * nothing but their names, and one class can hold any of them.
   */
  List<Object> makeup() {
    List<Object> makeup = new ArrayList<>();
    for (Name name : names.values()) {
      Node layer = layer(name);
      makeup.add(name);
      makeup.add(layer == null ? block(name).makeup() : List.of(layer.op(), layer.output()));
    }
    return makeup;
  }

  /** Whether any layer in it has parameters or statistics. */
  boolean hasParameters() {
    return layers.values().stream().anyMatch(layer -> !layer.op().parameters().isEmpty())
        || blocks.values().stream().anyMatch(Block::hasParameters);
  }

  /** The members' names in order. */
  Iterable<Name> names() {
    return names.values();
  }

  /** The members that are blocks, in order. */
  Iterable<Block> blocks() {
    return blocks.values();
  }

  /** The layer of that name, or null if it is a block. */
  Node layer(Name name) {
    return layers.get(name.key());
  }

  /** The block of that name, or null if it is a layer. */
  Block block(Name name) {
    return blocks.get(name.key());
  }
}
