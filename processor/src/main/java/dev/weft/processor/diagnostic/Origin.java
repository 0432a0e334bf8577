package dev.weft.processor.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a layer was declared.
 *
 * @param place the call of the factory, or the annotation
 * @param frames the calls that led there, innermost first
 * @param modifiers where each modifier of the layer was called, or its annotation value given
 * @param isAnnotation whether an annotation declares it, so that its modifiers are values
 * @param size the call of the factory if its first argument is a number that can be written anew
 */
public record Origin(
    Place place,
    List<Frame> frames,
    Map<String, Place> modifiers,
    boolean isAnnotation,
    Optional<SizedCall> size) {
  /**
   * A call whose first argument is a number.
   *
   * @param before what stands in front of the number
   * @param behind what stands behind it
   */
  public record SizedCall(String before, String behind) {
    String with(String number) {
      return before + number + behind;
    }
  }

  /** Copies the collections. */
  public Origin {
    frames = List.copyOf(frames);
    modifiers = Map.copyOf(modifiers);
  }

  /** The origin of a layer that a factory made. */
  public Origin(Place place, List<Frame> frames, Map<String, Place> modifiers) {
    this(place, frames, modifiers, false, Optional.empty());
  }

  /** The origin of a layer that annotations declare. */
  public static Origin annotated(Place place, List<Frame> frames, Map<String, Place> values) {
    return new Origin(place, frames, values, true, Optional.empty());
  }

  /** The origin of the layer that a modifier made of the one from here. */
  public Origin modified(String modifier, Place at) {
    Map<String, Place> more = new LinkedHashMap<>(modifiers);
    more.put(modifier, at);
    return new Origin(place, frames, more, isAnnotation, size);
  }
}
