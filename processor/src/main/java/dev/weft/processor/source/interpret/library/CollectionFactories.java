package dev.weft.processor.source.interpret.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The static methods of {@code List}, {@code Set}, {@code Map}, and of their entries. */
final class CollectionFactories {
  static final StaticTable LIST =
      new StaticTable()
          .varargs("of", Object.class, CollectionFactories::listOf)
          .metered("copyOf", Kinds.COLLECTION, (host, all) -> listOf(host, List.copyOf(all)));

  static final StaticTable SET =
      new StaticTable()
          .varargs("of", Object.class, CollectionFactories::setOf)
          .metered("copyOf", Kinds.COLLECTION, CollectionFactories::copyOfSet);

  static final StaticTable MAP = mapOf(new StaticTable());

  static final StaticTable ENTRY =
      new StaticTable()
          .metered("comparingByKey", host -> Comparators.ofKeys(Natural.order(host)))
          .metered("comparingByValue", host -> Comparators.ofValues(Natural.order(host)))
          .on("comparingByKey", Kinds.COMPARATOR, Comparators::ofKeys)
          .on("comparingByValue", Kinds.COMPARATOR, Comparators::ofValues);

  private CollectionFactories() {}

  private static List<Object> listOf(Host host, List<Object> elements) {
    host.cells(elements.size());
    return List.of(elements.toArray());
  }

  private static Set<Object> setOf(Host host, List<Object> elements) {
    host.cells(elements.size());
    return new FixedSet(Set.of(elements.toArray()));
  }

  private static Set<Object> copyOfSet(Host host, Collection<Object> elements) {
    host.cells(elements.size());
    return new FixedSet(Set.copyOf(CollectionMethods.plain(elements)));
  }

  private static StaticTable mapOf(StaticTable table) {
    return table
        .varargs("of", Object.class, CollectionFactories::mapOf)
        .varargs("ofEntries", Kinds.ENTRY, CollectionFactories::ofEntries)
        .metered("copyOf", Kinds.MAP, CollectionFactories::copyOfMap)
        .on("entry", Object.class, Object.class, Map::entry);
  }

  private static Object mapOf(Host host, List<Object> keysAndValues) {
    if (keysAndValues.size() % 2 == 1 || keysAndValues.size() > 20) {
      return JdkLibrary.UNKNOWN;
    }
    Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[keysAndValues.size() / 2];
    Arrays.setAll(entries, i -> Map.entry(keysAndValues.get(2 * i), keysAndValues.get(2 * i + 1)));
    return fixed(host, entries);
  }

  private static Object ofEntries(Host host, List<Map.Entry<Object, Object>> entries) {
    return fixed(host, entries.toArray(Map.Entry<?, ?>[]::new));
  }

  private static Map<Object, Object> fixed(Host host, Map.Entry<?, ?>... entries) {
    host.cells(entries.length);
    return new FixedMap(Map.ofEntries(entries));
  }

  private static Map<Object, Object> copyOfMap(Host host, Map<Object, Object> map) {
    Collection<?> entries =
        map instanceof Shuffled shuffled ? shuffled.unordered() : map.entrySet();
    return fixed(host, entries.toArray(Map.Entry<?, ?>[]::new));
  }
}
