package dev.weft.processor.emit;

import dev.weft.dsl.graph.Node;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.HashMap;
import java.util.Map;

/** The layers as they were written: how a network makes them, and how a pass reaches them. */
final class WrittenLayers {
  private final CodeBlock creation;
  private final Map<Node, String> layers = new HashMap<>();
  private final Map<Block, String> blocks = new HashMap<>();
  private final Map<Block, String> classes = new HashMap<>();

  /**
   * None so far.
   *
   * @param creation the statements that make them, for the network's constructor
   */
  WrittenLayers(CodeBlock creation) {
    this.creation = creation;
  }

  void put(Node layer, String expression) {
    layers.put(layer, expression);
  }

  void put(Block block, String className, String expression) {
    classes.put(block, className);
    blocks.put(block, expression);
  }

  /** The statements that make them, for the network's constructor. */
  CodeBlock creation() {
    return creation;
  }

  /** By which expression a layer is reached: {@code layer1.block0.conv1}. */
  String expression(Node layer) {
    return layers.get(layer);
  }

  /** By which expression a block is reached: {@code layer1.block0}. */
  String expression(Block block) {
    return blocks.get(block);
  }

  /** By which expression a layer of a block is reached from the block: {@code conv1}. */
  String within(Block block, Node layer) {
    return layers.get(layer).substring(blocks.get(block).length() + 1);
  }

  /** The class that has a block's layers. */
  String className(Block block) {
    return classes.get(block);
  }
}
