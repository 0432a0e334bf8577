package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Program;
import dev.weft.dsl.plan.Step;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
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
  private final String accessor;
  private final String path;
  private final int depth;
  private final Map<String, Name> names = new LinkedHashMap<>();
  private final Map<String, Node> layers = new LinkedHashMap<>();
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  /** Operations that nothing computes, such as joining what was computed in one place. */
  private final List<Node> silent = new ArrayList<>();

  private Block(String fullName, String accessor, String path, int depth) {
    this.fullName = fullName;
    this.accessor = accessor;
    this.path = path;
    this.depth = depth;
  }

  /**
   * A comment on what is in a class for some blocks.
   *
   * @param content what it is, before "layer1.0 and 3 blocks like it"
   */
  static CodeBlock doc(String content, List<Block> blocks) {
    String first = blocks.get(0).fullName();
    String others =
        switch (blocks.size()) {
          case 1 -> "";
          case 2 -> " and {@code " + blocks.get(1).fullName() + "}";
          default -> " and " + (blocks.size() - 1) + " blocks like it";
        };
    boolean differ = false;
    for (Block block : blocks) {
      differ = differ || !block.hasSizesOf(blocks.get(0));
    }
    String sizes = differ ? "; comments give the sizes of {@code " + first + "}" : "";
    return CodeBlock.of("$L {@code $L}$L$L.\n", content, first, others, sizes);
  }

  /** Whether comments in a class for it say the same of its layers as for another like it. */
  private boolean hasSizesOf(Block other) {
    Iterator<Node> others = other.allLayers().iterator();
    for (Node layer : allLayers()) {
      if (!hasSizesOf(layer, others.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasSizesOf(Node layer, Node other) {
    if (!layer.output().equals(other.output()) || layer.inputs().size() != other.inputs().size()) {
      return false;
    }
    for (int i = 0; i < layer.inputs().size(); i++) {
      if (!layer.inputs().get(i).output().equals(other.inputs().get(i).output())) {
        return false;
      }
    }
    return layer.op().describe().equals(other.op().describe());
  }

  /** Sorts the nodes that some step computes into a tree of blocks by their names. */
  static Block root(Program program) {
    Set<Node> layers = new HashSet<>();
    for (Pass pass : List.of(program.training(), program.inference())) {
      for (Step step : pass.forward()) {
        layers.addAll(step.nodes());
      }
    }
    Block root = new Block("", "", "", 0);
    for (Node node : program.graph().nodes()) {
      if (layers.contains(node)) {
        root.add(node);
      } else {
        root.addSilent(node);
      }
    }
    return root;
  }

  private void addSilent(Node node) {
    Block below = depth < node.path().size() ? blocks.get(node.path().get(depth).key()) : null;
    if (below == null) {
      silent.add(node);
    } else {
      below.addSilent(node);
    }
  }

  private void add(Node node) {
    Name name = node.path().get(depth);
    names.putIfAbsent(name.key(), name);
    if (depth == node.path().size() - 1) {
      if (layers.put(name.key(), node) != null) {
        throw new IllegalStateException("two layers are called " + node.name());
      }
    } else {
      blocks.computeIfAbsent(name.key(), key -> below(name)).add(node);
    }
  }

  private Block below(Name name) {
    return new Block(
        fullName.isEmpty() ? name.key() : fullName + "." + name.key(),
        name.accessor(),
        path + Identifiers.capitalised(name.accessor()),
        depth + 1);
  }

  /** The full name as parameters carry it; empty for the network. */
  String fullName() {
    return fullName;
  }

  /** Its accessor in the block around it. */
  String accessor() {
    return accessor;
  }

  /** The accessors that lead to it, in one word. */
  String path() {
    return path;
  }

  /** How many blocks lie in each other within it. */
  int height() {
    int height = 0;
    for (Block inner : blocks.values()) {
      height = Math.max(height, inner.height() + 1);
    }
    return height;
  }

  /** It and all blocks in it, each before those in it. */
  List<Block> all() {
    List<Block> all = new ArrayList<>();
    addTo(all);
    return all;
  }

  private void addTo(List<Block> all) {
    all.add(this);
    for (Block inner : blocks.values()) {
      inner.addTo(all);
    }
  }

  /** All layers in it. */
  List<Node> allLayers() {
    List<Node> nodes = new ArrayList<>();
    for (Block block : all()) {
      nodes.addAll(block.layers.values());
    }
    return nodes;
  }

  /** All operations in it that no layer computes, such as joining what lies in one place. */
  List<Node> allSilent() {
    List<Node> nodes = new ArrayList<>();
    for (Block block : all()) {
      nodes.addAll(block.silent);
    }
    return nodes;
  }

  /** How many names stand before those of its members in a layer's path. */
  int depth() {
    return depth;
  }

  /** Whether any layer in it has parameters or statistics. */
  boolean hasParameters() {
    for (Node layer : allLayers()) {
      if (!layer.op().parameters().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether it is a block, not the network, and all layers in it that have parameters are frozen.
   */
  boolean isFrozen() {
    boolean hasFrozen = false;
    for (Node layer : allLayers()) {
      if (!layer.op().parameters().isEmpty()) {
        if (!layer.isFrozen()) {
          return false;
        }
        hasFrozen = true;
      }
    }
    return hasFrozen && depth > 0;
  }

  /** The members' names in order. */
  Iterable<Name> names() {
    return names.values();
  }

  /** The members that are blocks, in order. */
  List<Block> blocks() {
    return List.copyOf(blocks.values());
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
