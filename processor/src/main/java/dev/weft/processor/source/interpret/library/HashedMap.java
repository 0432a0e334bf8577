package dev.weft.processor.source.interpret.library;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * A {@code HashMap} that shows its order only if its keys' hash codes are the same in each run, and
 * if it was not filled from something whose order is not.
 */
final class HashedMap extends HashMap<Object, Object> implements Shuffled {
  private static final long serialVersionUID = 1L;

  private boolean isFilledInAnyOrder;

  HashedMap() {}

  HashedMap(int capacity) {
    super(capacity);
  }

  HashedMap(int capacity, float loadFactor) {
    super(capacity, loadFactor);
  }

  /** Filled as {@code HashMap}'s own constructor does, whose table has the size that it needs. */
  HashedMap(Map<?, ?> source) {
    putAll(source);
  }

  @Override
  public void putAll(Map<?, ?> source) {
    Map<?, ?> plain = source;
    if (source instanceof Shuffled shuffled) {
      isFilledInAnyOrder |= !(source instanceof HashedMap map) || !map.isFixed();
      Map<Object, Object> entries = new LinkedHashMap<>();
      for (Object each : shuffled.unordered()) {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
        entries.put(entry.getKey(), entry.getValue());
      }
      plain = entries;
    }
    super.putAll(plain);
  }

  private boolean isFixed() {
    return !isFilledInAnyOrder && Hashes.areFixed(super.keySet());
  }

  @Override
  public Collection<?> unordered() {
    return super.entrySet();
  }

  @Override
  public void checkOrder() {
    Shuffled.check(size(), isFixed(), "a HashMap with these keys");
  }

  @Override
  public Set<Object> keySet() {
    return Views.of(super.keySet(), this);
  }

  @Override
  public Collection<Object> values() {
    return Views.of(super.values(), this);
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return Views.of(super.entrySet(), this);
  }

  @Override
  public void forEach(BiConsumer<? super Object, ? super Object> action) {
    checkOrder();
    super.forEach(action);
  }

  @Override
  public void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
    checkOrder();
    super.replaceAll(function);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Map<?, ?> map
        && map.size() == size()
        && super.entrySet().stream()
            .allMatch(
                entry ->
                    map.containsKey(entry.getKey())
                        && Objects.equals(entry.getValue(), map.get(entry.getKey())));
  }

  @Override
  public int hashCode() {
    return super.entrySet().stream().mapToInt(Map.Entry::hashCode).sum();
  }
}
