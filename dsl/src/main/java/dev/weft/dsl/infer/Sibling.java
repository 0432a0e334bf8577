package dev.weft.dsl.infer;

import dev.weft.dsl.FrozenLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Name;
import java.util.Optional;
import java.util.Set;

/**
 * A layer among its siblings.
 *
 * @param declared the layer as it was declared
 * @param made what it, or what is frozen, stands for; empty if that is unknown
 * @param given the name that its author gave it, or null
 * @param name the name it goes by
 */
record Sibling(Layer declared, Optional<Layer> made, String given, Name name) {
  /** Finds out what a layer stands for and how it is called; reports a name that is taken. */
  static Sibling of(Layer layer, int index, Set<String> taken, Flow input, Scope scope) {
    Optional<Layer> made = WithChannelsRule.make(content(layer), input, scope);
    Layer named = layer.name() == null ? made.map(Sibling::content).orElse(layer) : layer;
    return new Sibling(layer, made, named.name(), scope.nameOf(named, index, taken));
  }

  /** What is frozen goes by the name that it would have otherwise. */
  private static Layer content(Layer layer) {
    return layer instanceof FrozenLayer frozen ? content(frozen.layer()) : layer;
  }

  /** The same of a layer that goes by a name of its role, if its author gave it none. */
  static Sibling of(Layer layer, String role, Set<String> taken, Flow input, Scope scope) {
    Sibling sibling = of(layer, 0, taken, input, scope);
    if (sibling.given() != null) {
      return sibling;
    }
    scope.claim(role, layer, null, taken);
    return new Sibling(layer, sibling.made(), null, new Name(role, role));
  }

  Flow infer(Flow input, Scope scope) {
    Scope within = declared instanceof FrozenLayer frozen ? scope.within(frozen) : scope;
    Scope inner = within.child(name);
    return made.map(layer -> inner.infer(layer, input))
        .orElseGet(() -> inner.standIn(Shape.unknown(), declared));
  }
}
