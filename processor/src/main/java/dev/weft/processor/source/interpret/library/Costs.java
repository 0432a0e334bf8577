package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.RecordValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/**
 * What it costs to walk over a value once, as comparing, hashing and searching do: a step for each
 * element at whatever depth, and for every few characters.
 */
final class Costs {
  private static final int CHARACTERS = 16;

  private Costs() {}

  static void charge(Object value, Host host) {
    charge(value, 0, host);
  }

  private static void charge(Object value, int depth, Host host) {
    if (value instanceof CharSequence text) {
      host.steps(text.length() / CHARACTERS);
    } else if (value instanceof Shuffled shuffled) {
      chargeAll(shuffled.unordered(), depth, host);
    } else if (value instanceof Collection<?> elements) {
      chargeAll(elements, depth, host);
    } else if (value instanceof Map<?, ?> map) {
      chargeAll(map.keySet(), depth, host);
      chargeAll(map.values(), depth, host);
    } else if (value instanceof Map.Entry<?, ?> entry) {
      charge(entry.getKey(), depth, host);
      charge(entry.getValue(), depth, host);
    } else if (value instanceof JavaArray array) {
      host.steps(array.length());
    } else if (value instanceof RecordValue instance) {
      chargeAll(instance.values(), depth, host);
    }
  }

  /** Looking for some elements among others, one after the other unless they are hashed. */
  static void search(Host host, Collection<?> some, Collection<?> all) {
    host.steps(all instanceof Set ? some.size() : (long) some.size() * all.size());
  }

  /** Reaching an index of a list. */
  static void reach(Host host, List<?> list, int index) {
    if (!(list instanceof RandomAccess)) {
      host.steps(Math.min(Math.max(index, 0), Math.max(list.size() - index, 0)));
    }
  }

  private static void chargeAll(Collection<?> elements, int depth, Host host) {
    host.nesting(depth);
    host.steps(elements.size());
    for (Object each : elements) {
      charge(each, depth + 1, host);
    }
  }
}
