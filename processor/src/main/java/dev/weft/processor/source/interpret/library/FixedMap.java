package dev.weft.processor.source.interpret.library;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What {@code Map.of} makes: it cannot be changed, and its order differs from run to run. */
final class FixedMap extends AbstractMap<Object, Object> implements Shuffled {
  private final Map<Object, Object> map;

  /** A map of the JDK's that cannot be changed. */
  FixedMap(Map<Object, Object> map) {
    this.map = map;
  }

  @Override
  public Collection<?> unordered() {
    return map.entrySet();
  }

  @Override
  public void checkOrder() {
    Shuffled.check(size(), false, "a Map.of");
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return Views.of(map.entrySet(), this);
  }

  @Override
  public Set<Object> keySet() {
    return Views.of(map.keySet(), this);
  }

  @Override
  public Collection<Object> values() {
    return Views.of(map.values(), this);
  }

  @Override
  public int size() {
    return map.size();
  }

  @Override
  public Object get(Object key) {
    return map.get(key);
  }

  @Override
  public Object getOrDefault(Object key, Object other) {
    return map.getOrDefault(key, other);
  }

  @Override
  public boolean containsKey(Object key) {
    return map.containsKey(key);
  }

  @Override
  public boolean containsValue(Object value) {
    return map.containsValue(value);
  }

  @Override
  public void forEach(BiConsumer<? super Object, ? super Object> action) {
    checkOrder();
    map.forEach(action);
  }

  @Override
  public Object put(Object key, Object value) {
    return map.put(key, value);
  }

  @Override
  public void putAll(Map<?, ?> source) {
    map.putAll(source);
  }

  @Override
  public Object putIfAbsent(Object key, Object value) {
    return map.putIfAbsent(key, value);
  }

  @Override
  public Object remove(Object key) {
    return map.remove(key);
  }

  @Override
  public boolean remove(Object key, Object value) {
    return map.remove(key, value);
  }

  @Override
  public Object replace(Object key, Object value) {
    return map.replace(key, value);
  }

  @Override
  public void replaceAll(BiFunction<? super Object, ? super Object, ?> function) {
    map.replaceAll(function);
  }

  @Override
  public void clear() {
    map.clear();
  }

  @Override
  public Object computeIfAbsent(Object key, Function<? super Object, ?> function) {
    return map.computeIfAbsent(key, function);
  }

  @Override
  public Object computeIfPresent(
      Object key, BiFunction<? super Object, ? super Object, ?> function) {
    return map.computeIfPresent(key, function);
  }

  @Override
  public Object compute(Object key, BiFunction<? super Object, ? super Object, ?> function) {
    return map.compute(key, function);
  }

  @Override
  public Object merge(
      Object key, Object value, BiFunction<? super Object, ? super Object, ?> function) {
    return map.merge(key, value, function);
  }

  @Override
  public boolean equals(Object other) {
    return map.equals(other);
  }

  @Override
  public int hashCode() {
    return map.hashCode();
  }
}
