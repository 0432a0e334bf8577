package dev.weft.processor.source.interpret.library;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code Map}, its entries, and the sorted maps. */
final class MapMethods {
  static final ValueTable<Map<Object, Object>> MAP =
      new ValueTable<>(Kinds.MAP)
          .constantTime(
              "size",
              "isEmpty",
              "get",
              "getOrDefault",
              "containsKey",
              "put",
              "putIfAbsent",
              "remove",
              "replace",
              "merge",
              "compute",
              "computeIfAbsent",
              "computeIfPresent",
              "keySet",
              "values",
              "entrySet")
          .on("size", Map::size)
          .on("isEmpty", Map::isEmpty)
          .on("get", Object.class, Map::get)
          .on("getOrDefault", Object.class, Object.class, Map::getOrDefault)
          .on("containsKey", Object.class, Map::containsKey)
          .on("containsValue", Object.class, Map::containsValue)
          .metered("put", Object.class, Object.class, MapMethods::put)
          .metered("putAll", Kinds.MAP, MapMethods::putAll)
          .metered("putIfAbsent", Object.class, Object.class, MapMethods::putIfAbsent)
          .on("remove", Object.class, Map::remove)
          .on("remove", Object.class, Object.class, (map, key, value) -> map.remove(key, value))
          .on("replace", Object.class, Object.class, Map::replace)
          .on("replace", Object.class, Object.class, Object.class, Map::replace)
          .metered("computeIfAbsent", Object.class, Kinds.FUNCTION, MapMethods::computeIfAbsent)
          .on("computeIfPresent", Object.class, Kinds.BI_FUNCTION, Map::computeIfPresent)
          .metered("compute", Object.class, Kinds.BI_FUNCTION, MapMethods::compute)
          .metered("merge", Object.class, Object.class, Kinds.BI_FUNCTION, MapMethods::merge)
          .act("clear", Map::clear)
          .act("forEach", Kinds.BI_CONSUMER, Map::forEach)
          .act("replaceAll", Kinds.BI_FUNCTION, Map::replaceAll)
          .on("keySet", Map::keySet)
          .on("values", Map::values)
          .on("entrySet", Map::entrySet);

  static final ValueTable<Map.Entry<Object, Object>> ENTRY =
      new ValueTable<>(Kinds.ENTRY)
          .constantTime("getKey", "getValue", "setValue")
          .on("getKey", Map.Entry::getKey)
          .on("getValue", Map.Entry::getValue)
          .on("setValue", Object.class, Map.Entry::setValue);

  static final ValueTable<SortedMap<Object, Object>> SORTED =
      new ValueTable<>(Kinds.SORTED_MAP)
          .constantTime("firstKey", "lastKey")
          .on("firstKey", SortedMap::firstKey)
          .on("lastKey", SortedMap::lastKey)
          .on("headMap", Object.class, SortedMap::headMap)
          .on("tailMap", Object.class, SortedMap::tailMap)
          .on("subMap", Object.class, Object.class, SortedMap::subMap);

  static final ValueTable<NavigableMap<Object, Object>> NAVIGABLE =
      new ValueTable<>(Kinds.NAVIGABLE_MAP)
          .constantTime(
              "firstEntry",
              "lastEntry",
              "floorKey",
              "ceilingKey",
              "lowerKey",
              "higherKey",
              "floorEntry",
              "ceilingEntry",
              "lowerEntry",
              "higherEntry",
              "pollFirstEntry",
              "pollLastEntry")
          .on("firstEntry", NavigableMap::firstEntry)
          .on("lastEntry", NavigableMap::lastEntry)
          .on("floorKey", Object.class, NavigableMap::floorKey)
          .on("ceilingKey", Object.class, NavigableMap::ceilingKey)
          .on("lowerKey", Object.class, NavigableMap::lowerKey)
          .on("higherKey", Object.class, NavigableMap::higherKey)
          .on("floorEntry", Object.class, NavigableMap::floorEntry)
          .on("ceilingEntry", Object.class, NavigableMap::ceilingEntry)
          .on("lowerEntry", Object.class, NavigableMap::lowerEntry)
          .on("higherEntry", Object.class, NavigableMap::higherEntry)
          .on("pollFirstEntry", NavigableMap::pollFirstEntry)
          .on("pollLastEntry", NavigableMap::pollLastEntry)
          .on("descendingMap", NavigableMap::descendingMap)
          .on("descendingKeySet", NavigableMap::descendingKeySet)
          .on("navigableKeySet", NavigableMap::navigableKeySet)
          .on("headMap", Object.class, boolean.class, NavigableMap::headMap)
          .on("tailMap", Object.class, boolean.class, NavigableMap::tailMap)
          .on(
              "subMap",
              Object.class,
              boolean.class,
              Object.class,
              boolean.class,
              (map, from, isFrom, to, isTo) -> map.subMap(from, isFrom, to, isTo));

  private MapMethods() {}

  private static Object put(Host host, Map<Object, Object> map, Object key, Object value) {
    host.cells(1);
    return map.put(key, value);
  }

  private static Object putAll(Host host, Map<Object, Object> map, Map<Object, Object> more) {
    host.cells(more.size());
    map.putAll(more);
    return null;
  }

  private static Object putIfAbsent(Host host, Map<Object, Object> map, Object key, Object value) {
    host.cells(1);
    return map.putIfAbsent(key, value);
  }

  private static Object computeIfAbsent(
      Host host, Map<Object, Object> map, Object key, Function<Object, Object> function) {
    host.cells(1);
    return map.computeIfAbsent(key, function);
  }

  private static Object compute(
      Host host, Map<Object, Object> map, Object key, BiFunction<Object, Object, Object> function) {
    host.cells(1);
    return map.compute(key, function);
  }

  private static Object merge(
      Host host,
      Map<Object, Object> map,
      Object key,
      Object value,
      BiFunction<Object, Object, Object> function) {
    host.cells(1);
    return map.merge(key, value, function);
  }
}
