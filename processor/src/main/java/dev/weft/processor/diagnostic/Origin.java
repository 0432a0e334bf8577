package dev.weft.processor.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a layer was declared.
 *
 * @param place the call of the factory, or the annotation
 * @param frames the calls that led there, innermost first
 * @param modifiers where each modifier of the layer was called, or its annotation value given
 * @param isAnnotation whether an annotation declares it, so that its modifiers are values
 */
public record Origin(
    Place place, List<Frame> frames, Map<String, Place> modifiers, boolean isAnnotation) {
  /** Copies the collections. */
  public Origin {
    frames = List.copyOf(frames);
    modifiers = Map.copyOf(modifiers);
  }

  /** The origin of a layer that a factory made. */
  public Origin(Place place, List<Frame> frames, Map<String, Place> modifiers) {
    this(place, frames, modifiers, false);
  }

  /** The origin of the layer that a modifier made of the one from here. */
  public Origin modified(String modifier, Place at) {
    Map<String, Place> more = new LinkedHashMap<>(modifiers);
    more.put(modifier, at);
    return new Origin(place, frames, more, isAnnotation);
  }
}
