package dev.weft.processor.source.interpret;

import dev.weft.dsl.AddLayer;
import dev.weft.dsl.ConcatLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.RepeatLayer;
import dev.weft.dsl.ResidualLayer;
import dev.weft.dsl.SequentialLayer;
import dev.weft.dsl.Shortcut;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds on the layers themselves: {@code x = sequential(x, x)} in a loop takes few steps and
 * little memory to write, but doubles the network each time.
 */
final class LayerSizes {
  private static final int MOST_LAYERS = 100_000;
  private static final int DEEPEST_NESTING = 200;

  private record Size(long layers, int depth) {}

  private final Map<Layer, Size> sizes = new IdentityHashMap<>();

  /** What is too much about a layer; empty if nothing is. */
  Optional<String> excess(Layer layer) {
    Size size = size(layer);
    if (size.layers > MOST_LAYERS) {
      return Optional.of(
          String.format(Locale.ROOT, "this makes more than %,d layers", MOST_LAYERS));
    }
    return size.depth > DEEPEST_NESTING
        ? Optional.of("these layers nest more than " + DEEPEST_NESTING + " deep")
        : Optional.empty();
  }

  private Size size(Layer layer) {
    Size known = sizes.get(layer);
    if (known != null) {
      return known;
    }
    long layers = 1;
    int depth = 0;
    for (Layer child : children(layer)) {
      Size size = size(child);
      layers += size.layers;
      depth = Math.max(depth, size.depth);
    }
    Size size = new Size(layers, depth + 1);
    sizes.put(layer, size);
    return size;
  }

  private static List<Layer> children(Layer layer) {
    if (layer instanceof SequentialLayer block) {
      return block.layers();
    }
    if (layer instanceof RepeatLayer block) {
      return block.layers();
    }
    if (layer instanceof ConcatLayer block) {
      return block.branches();
    }
    if (layer instanceof AddLayer block) {
      return block.branches();
    }
    return layer instanceof ResidualLayer block ? children(block) : List.of();
  }

  private static List<Layer> children(ResidualLayer block) {
    List<Layer> all = new ArrayList<>(block.body());
    all.addAll(block.then());
    if (block.shortcut() instanceof Shortcut.Custom custom) {
      all.add(custom.layer());
    }
    return all;
  }
}
