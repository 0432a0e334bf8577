package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.dsl.plan.Program;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
    boolean differ = blocks.stream().map(Block::sizes).distinct().count() > 1;
    String sizes = differ ? "; comments give the sizes of {@code " + first + "}" : "";
    return CodeBlock.of("$L {@code $L}$L$L.\n", content, first, others, sizes);
  }

  /** What comments in a class for it say of its layers. */
  private List<String> sizes() {
    return allLayers()
        .map(
            layer ->
                "%s: %s to %s"
                    .formatted(
                        layer.op().describe(),
                        layer.inputs().stream().map(Node::output).toList(),
                        layer.output()))
        .toList();
  }

  /** Sorts the nodes that some step computes into a tree of blocks by their names. */
  static Block root(Program program) {
    Set<Node> layers = new HashSet<>();
    program.training().forward().forEach(step -> layers.add(step.node()));
    program.inference().forward().forEach(step -> layers.add(step.node()));
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
    return blocks.values().stream().mapToInt(inner -> inner.height() + 1).max().orElse(0);
  }

  /** It and all blocks in it, each before those in it. */
  Stream<Block> all() {
    return Stream.concat(Stream.of(this), blocks.values().stream().flatMap(Block::all));
  }

  /** All layers in it. */
  Stream<Node> allLayers() {
    return all().flatMap(block -> block.layers.values().stream());
  }

  /** All layers and operations in it. */
  Stream<Node> allNodes() {
    return Stream.concat(allLayers(), allSilent());
  }

  /** All operations in it that no layer computes, such as joining what lies in one place. */
  Stream<Node> allSilent() {
    return all().flatMap(block -> block.silent.stream());
  }

  /** How many names stand before those of its members in a layer's path. */
  int depth() {
    return depth;
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
