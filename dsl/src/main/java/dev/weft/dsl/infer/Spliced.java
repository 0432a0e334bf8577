package dev.weft.dsl.infer;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.RepeatLayer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of a block, among whose layers those of an unnamed {@code repeat} stand in its place.
 *
 * @param layer the layer
 * @param frozenBy the outermost frozen {@code repeat} whose place it takes, or null
 */
record Spliced(Layer layer, FrozenLayer frozenBy) {
  /** The layers of a block. */
  static List<Spliced> of(List<Layer> layers) {
    return layers.stream().flatMap(layer -> of(layer, null)).toList();
  }

  private static Stream<Spliced> of(Layer layer, FrozenLayer frozenBy) {
    if (layer instanceof RepeatLayer repeat && repeat.name() == null) {
      return repeat.layers().stream().flatMap(each -> of(each, frozenBy));
    }
    if (layer instanceof FrozenLayer frozen && isRepeat(frozen)) {
      return of(frozen.layer(), frozenBy == null ? frozen : frozenBy);
    }
    return Stream.of(new Spliced(layer, frozenBy));
  }

  private static boolean isRepeat(FrozenLayer frozen) {
    return frozen.name() == null
        && (frozen.layer() instanceof RepeatLayer
            || frozen.layer() instanceof FrozenLayer inner && isRepeat(inner));
  }

  /** The scope to infer it in, of the scope of its block. */
  Scope in(Scope block) {
    return frozenBy == null ? block : block.within(frozenBy);
  }
}
