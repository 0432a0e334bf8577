package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Instance;
import dev.weft.processor.source.value.Prim;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which values have the same hash code in each run of Java. */
final class Hashes {
  private Hashes() {}

  /**
   * Strings, boxed values, objects that compute theirs from such values, and what holds only them;
   * not enums, layers and arrays.
   */
  static boolean isFixed(Object value) {
    if (value instanceof List<?> || value instanceof Set<?>) {
      return areFixed(CollectionMethods.plain((Collection<?>) value));
    }
    if (value instanceof Map<?, ?> map) {
      return map instanceof Shuffled shuffled
          ? areFixed(shuffled.unordered())
          : areFixed(map.keySet()) && areFixed(map.values());
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return isFixed(entry.getKey()) && isFixed(entry.getValue());
    }
    return value == null
        || value instanceof String
        || Prim.of(value) != null
        || value instanceof Instance self && self.hasFixedHash()
        || value instanceof Optional<?> optional && isFixed(optional.orElse(null));
  }

  static boolean areFixed(Collection<?> values) {
    return values.stream().allMatch(Hashes::isFixed);
  }

  /** The hash code of a value. */
  static int of(Object value) {
    if (!isFixed(value)) {
      throw new Refusal(
          "the hash code of an enum, a layer or an array is not the same in each run of" + " Java",
          "compute a number of your own from its components");
    }
    return value == null ? 0 : value.hashCode();
  }
}
