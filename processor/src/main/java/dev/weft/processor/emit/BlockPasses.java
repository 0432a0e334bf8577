package dev.weft.processor.emit;

import dev.weft.dsl.plan.Pass;
import dev.weft.dsl.plan.Program;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the blocks of a network in which a pass does the same but for numbers, outermost first: the
 * two halves of a network rather than the layers in them.
 */
final class BlockPasses {
  private final PassKind kind;
  private final Pass pass;
  private final PassBlocks blocks;
  private final WrittenLayers layers;
  private final List<List<BlockPass>> found = new ArrayList<>();

  private BlockPasses(PassKind kind, Program program, WrittenLayers layers) {
    this.kind = kind;
    this.pass = kind.pass(program);
    this.blocks = new PassBlocks(pass, program.graph());
    this.layers = layers;
  }

  /** The blocks that are alike, together. */
  static List<List<BlockPass>> of(
      PassKind kind, Program program, Block root, WrittenLayers layers) {
    BlockPasses passes = new BlockPasses(kind, program, layers);
    passes.search(root.blocks());
    return passes.found;
  }

  /** Looks among blocks that lie equally deep, then within those that are like no other. */
  private void search(List<Block> level) {
    Map<String, List<Block>> byClass = new LinkedHashMap<>();
    for (Block block : level) {
      byClass.computeIfAbsent(layers.className(block), first -> new ArrayList<>()).add(block);
    }
    List<Block> inner = new ArrayList<>();
    for (List<Block> sameLayers : byClass.values()) {
      for (Block alone : alone(sameLayers)) {
        inner.addAll(alone.blocks());
      }
    }
    if (!inner.isEmpty()) {
      search(inner);
    }
  }

  /** Notes which of these blocks are alike; returns the others. */
  private List<Block> alone(List<Block> sameLayers) {
    if (sameLayers.size() == 1) {
      return sameLayers;
    }
    List<Block> alone = new ArrayList<>();
    Map<String, List<BlockPass>> alike = new LinkedHashMap<>();
    for (Block block : sameLayers) {
      Optional<PassBlock> part = blocks.of(block);
      if (part.isEmpty()) {
        alone.add(block);
      } else {
        BlockPass code = new BlockPass(part.get(), layers, pass.memory(), kind);
        alike.computeIfAbsent(code.skeleton(), skeleton -> new ArrayList<>()).add(code);
      }
    }
    for (List<BlockPass> group : alike.values()) {
      for (List<BlockPass> shared : Differences.groups(group, BlockPass::views)) {
        if (shared.size() > 1) {
          found.add(shared);
        } else {
          alone.add(shared.get(0).part().block());
        }
      }
    }
    return alone;
  }
}
