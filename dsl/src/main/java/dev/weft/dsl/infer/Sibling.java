package dev.weft.dsl.infer;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.graph.Name;
import java.util.Optional;
import java.util.Set;

/**
 * A layer among its siblings.
 *
 * @param declared the layer as it was declared
 * @param made what it stands for; empty if that is unknown
 * @param given the name that its author gave it, or null
 * @param name the name it goes by
 */
record Sibling(Layer declared, Optional<Layer> made, String given, Name name) {
  /** Finds out what a layer stands for and how it is called; reports a name that is taken. */
  static Sibling of(Layer layer, int index, Set<String> taken, Flow input, Scope scope) {
    Optional<Layer> made = WithChannelsRule.make(layer, input, scope);
    Layer named = layer.name() == null ? made.orElse(layer) : layer;
    return new Sibling(layer, made, named.name(), scope.nameOf(named, index, taken));
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
    Scope inner = scope.child(name);
    return made.map(layer -> inner.infer(layer, input))
        .orElseGet(() -> inner.standIn(Shape.unknown(), declared));
  }
}
