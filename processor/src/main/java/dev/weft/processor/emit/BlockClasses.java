package dev.weft.processor.emit;

import dev.weft.dsl.graph.Name;
import dev.weft.dsl.graph.Node;
import dev.weft.processor.emit.BlockClass.Draft;
import dev.weft.processor.emit.code.CodeBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds a class for each block: its own, or one for all that differ in names and numbers only. */
final class BlockClasses {
  /** A class file's name has to fit a file system. */
  private static final int LONGEST_CLASS_NAME = 100;

  private static final int MOST_LAYERS_OF_A_BRIEF_STAGE = 2;

  private final Identifiers names;
  private final Map<Block, BlockClass> classes = new HashMap<>();

  private BlockClasses(Identifiers names) {
    this.names = names;
  }

  /**
   * The classes for all blocks of a network.
   *
   * @param names gives out the names of classes
   */
  static BlockClasses of(Block root, Identifiers names) {
    BlockClasses classes = new BlockClasses(names);
    List<List<Block>> byHeight = new ArrayList<>();
    for (int height = root.height(); height > 0; height--) {
      byHeight.add(new ArrayList<>());
    }
    for (Block block : root.all()) {
      if (block != root) {
        byHeight.get(block.height()).add(block);
      }
    }
    byHeight.forEach(classes::addClasses);
    return classes;
  }

  /** The class of a block. */
  BlockClass of(Block block) {
    return classes.get(block);
  }

  /** Makes classes for blocks whose inner blocks have theirs. */
  private void addClasses(List<Block> blocks) {
    Map<Object, List<Draft>> alike = new LinkedHashMap<>();
    for (Block block : blocks) {
      Draft draft = sharedDraft(block);
      Object key = isBrief(block) ? block : draft.skeleton();
      alike.computeIfAbsent(key, unknown -> new ArrayList<>()).add(draft);
    }
    for (List<Draft> drafts : alike.values()) {
      for (List<Draft> shared : Differences.groups(drafts, Draft::creation)) {
        addClass(shared);
      }
    }
  }

  /** Whether a stage is as brief as a class that it would share. */
  private static boolean isBrief(Block block) {
    return block.depth() == 1 && block.allLayers().size() <= MOST_LAYERS_OF_A_BRIEF_STAGE;
  }

  private Draft sharedDraft(Block block) {
    LayerNames layerNames = LayerNames.within(block);
    return draft(
        block, layerNames, layerNames.reserve(Identifiers.forMembers(MemberNames.RESERVED)));
  }

  private void addClass(List<Draft> alike) {
    Draft first = alike.get(0);
    LayerNames layerNames = LayerNames.within(first.block());
    if (alike.size() == 1) {
      layerNames = LayerNames.whole();
      first = draft(first.block(), layerNames, Identifiers.forMembers(MemberNames.RESERVED));
      alike = List.of(first);
    }
    List<Block> blocks = new ArrayList<>();
    List<Piece> creations = new ArrayList<>();
    for (Draft draft : alike) {
      blocks.add(draft.block());
      creations.add(draft.creation());
    }
    Differences differences = Differences.between(creations, first.scope().copy());
    BlockClass added = new BlockClass(className(blocks), blocks, first, layerNames, differences);
    blocks.forEach(block -> classes.put(block, added));
  }

  /** After what the blocks' own names begin with, else after the first of them. */
  private String className(List<Block> blocks) {
    if (blocks.size() > 1) {
      String common =
          Identifiers.capitalised(
              Identifiers.inCommon(blocks.stream().map(Block::accessor).toList()));
      if (names.isFree(common)) {
        return names.allot(common);
      }
    }
    String path = blocks.get(0).path();
    return names.allot(path.length() > LONGEST_CLASS_NAME ? "Block" : path);
  }

  /** The members of a block in a class that knows the names of layers in some way. */
  Draft draft(Block block, LayerNames layerNames, Identifiers scope) {
    Map<Name, String> fields = new LinkedHashMap<>();
    Piece creation = new Piece();
    for (Name name : block.names()) {
      String field = scope.allot(name.accessor());
      fields.put(name, field);
      Node layer = block.layer(name);
      CodeBlock made =
          layer == null
              ? creation(
                  block.block(name), kernels(block, block.block(name).isFrozen()), layerNames)
              : OpWriter.creation(
                  kernels(block, isFrozen(layer)), layerNames.expression(layer.name()), layer.op());
      creation.add(field, CodeBlock.of("$N = $L;\n", field, made));
    }
    return new Draft(block, scope, fields, creation);
  }

  private CodeBlock creation(Block block, String kernels, LayerNames outer) {
    return classes.get(block).creation(block, kernels, outer);
  }

  private static boolean isFrozen(Node layer) {
    return layer.isFrozen() && !layer.op().parameters().isEmpty();
  }

  /** The kernels for a member of a block: a block that is frozen as a whole is given such. */
  private static String kernels(Block block, boolean isMemberFrozen) {
    return isMemberFrozen && !block.isFrozen() ? "kernels.frozen()" : "kernels";
  }
}
