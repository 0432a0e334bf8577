package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.processor.emit.code.CodeBlock;
import dev.weft.processor.emit.code.MethodSpec;
import java.util.List;
import java.util.Map;

/** A class for the layers of blocks that differ in names and numbers only. */
final class BlockClass {
  private final String name;
  private final List<Block> blocks;
  private final Draft first;
  private final LayerNames layerNames;
  private final Differences differences;

  BlockClass(
      String name, List<Block> blocks, Draft first, LayerNames names, Differences differences) {
    this.name = name;
    this.blocks = blocks;
    this.first = first;
    this.layerNames = names;
    this.differences = differences;
  }

  String name() {
    return name;
  }

  /** How it knows the full names of its layers. */
  LayerNames layerNames() {
    return layerNames;
  }

  /** The members, by the first of the blocks. */
  Draft first() {
    return first;
  }

  /** The statements that make the members. */
  List<CodeBlock> creation() {
    return differences.shared();
  }

  /** What its constructor is given. */
  MethodSpec.Builder addParameters(MethodSpec.Builder method) {
    return differences.addParameters(layerNames.addParameters(method));
  }

  /** The same, to hand on. */
  String parameters() {
    return layerNames.arguments() + differences.names();
  }

  /**
   * The expression that makes an object for one of the blocks.
   *
   * @param kernels the expression for the kernels
   * @param outer how the code around it knows names
   */
  CodeBlock creation(Block block, String kernels, LayerNames outer) {
    CodeBlock.Builder creation = CodeBlock.builder().add("new $L($L", name, kernels);
    if (layerNames.isGiven()) {
      creation.add(", $L", outer.expression(block.fullName()));
    }
    differences.addArguments(blocks.indexOf(block), creation);
    return creation.add(")").build();
  }

  /** Of which blocks it has the layers. */
  CodeBlock doc() {
    return Block.doc("The layers of", blocks);
  }

  /** What a class needs to make its members, before it is known which blocks share it. */
  record Draft(Block block, Identifiers scope, Map<Name, String> fields, Piece creation) {
    /** What is equal for blocks that can share a class, unless their numbers are too many. */
    String skeleton() {
      StringBuilder skeleton = new StringBuilder();
      creation.addSkeleton(skeleton);
      return skeleton.toString();
    }
  }
}
