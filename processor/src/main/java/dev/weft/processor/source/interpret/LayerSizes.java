package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import dev.weft.dsl.problem.Counts;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds on the layers of one network, at what can be generated: {@code x = sequential(x, x)} in a
 * loop takes few steps and little memory to write, but doubles the network each time.
 */
final class LayerSizes {
  private static final int MOST_LAYERS = 5_000;
  private static final int DEEPEST_NESTING = 50;

  private record Size(long layers, int depth) {}

  private final Map<Layer, Size> sizes = new IdentityHashMap<>();
  private long layersOfStages;

  /** What is too much about a layer; empty if nothing is. */
  Optional<String> excess(Layer layer) {
    Size size = size(layer);
    if (size.layers > MOST_LAYERS) {
      return Optional.of("this makes more than " + Counts.of(MOST_LAYERS, "layer") + " and blocks");
    }
    return size.depth > DEEPEST_NESTING
        ? Optional.of("these blocks nest more than " + DEEPEST_NESTING + " deep")
        : Optional.empty();
  }

  /** What is too much about the network if this is the first stage to be; else empty. */
  Optional<String> excessWithStage(Layer stage) {
    long before = layersOfStages;
    layersOfStages += size(stage).layers;
    return before <= MOST_LAYERS && layersOfStages > MOST_LAYERS
        ? Optional.of(
            "the network has more than " + Counts.of(MOST_LAYERS, "layer") + " and blocks")
        : Optional.empty();
  }

  private Size size(Layer layer) {
    Size known = sizes.get(layer);
    if (known != null) {
      return known;
    }
    long layers = 1;
    int depth = 0;
    for (Layer child : layer.children()) {
      Size size = size(child);
      layers += size.layers;
      depth = Math.max(depth, size.depth + 1);
    }
    Size size = new Size(layers, depth);
    sizes.put(layer, size);
    return size;
  }
}
