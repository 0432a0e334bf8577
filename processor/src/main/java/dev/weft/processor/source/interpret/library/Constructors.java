package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.JavaArray;
import java.util.AbstractMap.SimpleEntry;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What {@code new} can make of the JDK's classes; the name of a constructor is its class's. */
final class Constructors {
  static final StaticTable TABLE = others(texts(sorted(maps(sets(lists(new StaticTable()))))));

  private Constructors() {}

  private static StaticTable lists(StaticTable table) {
    return table
        .on("java.util.ArrayList", ArrayList::new)
        .metered("java.util.ArrayList", int.class, (host, n) -> new ArrayList<>(counted(host, n)))
        .metered("java.util.ArrayList", Kinds.COLLECTION, (h, c) -> new ArrayList<>(all(h, c)))
        .on("java.util.LinkedList", LinkedList::new)
        .metered("java.util.LinkedList", Kinds.COLLECTION, (h, c) -> new LinkedList<>(all(h, c)))
        .on("java.util.ArrayDeque", ArrayDeque::new)
        .metered("java.util.ArrayDeque", int.class, (h, n) -> new ArrayDeque<>(counted(h, n)))
        .metered("java.util.ArrayDeque", Kinds.COLLECTION, (h, c) -> new ArrayDeque<>(all(h, c)))
        .on("java.util.Stack", Stack::new);
  }

  private static StaticTable sets(StaticTable table) {
    return table
        .on("java.util.HashSet", HashedSet::new)
        .metered("java.util.HashSet", int.class, (host, n) -> new HashedSet(counted(host, n)))
        .metered("java.util.HashSet", Kinds.COLLECTION, (host, c) -> new HashedSet(all(host, c)))
        .on("java.util.LinkedHashSet", LinkedHashSet::new)
        .metered("java.util.LinkedHashSet", int.class, (h, n) -> new LinkedHashSet<>(counted(h, n)))
        .metered(
            "java.util.LinkedHashSet", Kinds.COLLECTION, (h, c) -> new LinkedHashSet<>(all(h, c)));
  }

  private static StaticTable maps(StaticTable table) {
    return table
        .on("java.util.HashMap", HashedMap::new)
        .metered("java.util.HashMap", int.class, (host, n) -> new HashedMap(counted(host, n)))
        .metered(
            "java.util.HashMap",
            int.class,
            float.class,
            (host, n, load) -> new HashedMap(counted(host, n), load))
        .metered("java.util.HashMap", Kinds.MAP, (host, map) -> new HashedMap(all(host, map)))
        .on("java.util.LinkedHashMap", LinkedHashMap::new)
        .metered("java.util.LinkedHashMap", int.class, (h, n) -> new LinkedHashMap<>(counted(h, n)))
        .metered("java.util.LinkedHashMap", Kinds.MAP, (h, m) -> new LinkedHashMap<>(all(h, m)))
        .on("java.util.AbstractMap.SimpleEntry", Object.class, Object.class, SimpleEntry::new)
        .on(
            "java.util.AbstractMap.SimpleImmutableEntry",
            Object.class,
            Object.class,
            SimpleImmutableEntry::new);
  }

  private static StaticTable sorted(StaticTable table) {
    return table
        .metered("java.util.TreeMap", host -> new TreeMap<>(Natural.order(host)))
        .on("java.util.TreeMap", Kinds.COMPARATOR, order -> new TreeMap<Object, Object>(order))
        .metered("java.util.TreeMap", Kinds.MAP, Constructors::treeMap)
        .metered("java.util.EnumMap", ClassLiteral.class, (h, c) -> new TreeMap<>(Natural.order(h)))
        .metered("java.util.EnumMap", Kinds.MAP, Constructors::treeMap)
        .metered("java.util.TreeSet", host -> new TreeSet<>(Natural.order(host)))
        .on("java.util.TreeSet", Kinds.COMPARATOR, order -> new TreeSet<Object>(order))
        .metered("java.util.TreeSet", Kinds.COLLECTION, Constructors::treeSet)
        .metered("java.util.PriorityQueue", host -> new PriorityQueue<>(Natural.order(host)))
        .on("java.util.PriorityQueue", Kinds.COMPARATOR, o -> new PriorityQueue<Object>(o))
        .metered("java.util.PriorityQueue", Kinds.COLLECTION, Constructors::priorityQueue);
  }

  private static StaticTable texts(StaticTable table) {
    return table
        .on("java.lang.StringBuilder", StringBuilder::new)
        .metered("java.lang.StringBuilder", int.class, Constructors::builder)
        .metered("java.lang.StringBuilder", CharSequence.class, Constructors::builder)
        .on("java.lang.String", () -> "")
        .on("java.lang.String", CharSequence.class, CharSequence::toString)
        .on("java.lang.String", JavaArray.class, JavaArrays::text)
        .on("java.util.StringJoiner", CharSequence.class, StringJoiner::new)
        .on(
            "java.util.StringJoiner",
            CharSequence.class,
            CharSequence.class,
            CharSequence.class,
            StringJoiner::new);
  }

  private static StaticTable others(StaticTable table) {
    return table
        .on("java.util.concurrent.atomic.AtomicInteger", AtomicInteger::new)
        .on("java.util.concurrent.atomic.AtomicInteger", int.class, AtomicInteger::new)
        .on("java.util.concurrent.atomic.AtomicLong", AtomicLong::new)
        .on("java.util.concurrent.atomic.AtomicLong", long.class, AtomicLong::new);
  }

  /** A capacity is allocated, so it is charged as if it were elements. */
  private static int counted(Host host, int capacity) {
    host.cells(Math.max(capacity, 0));
    return capacity;
  }

  private static Collection<Object> all(Host host, Collection<Object> elements) {
    host.cells(elements.size());
    return elements;
  }

  private static Map<Object, Object> all(Host host, Map<Object, Object> map) {
    host.cells(map.size());
    return map;
  }

  private static StringBuilder builder(Host host, int capacity) {
    host.characters(capacity);
    return new StringBuilder(capacity);
  }

  private static StringBuilder builder(Host host, CharSequence text) {
    host.characters(text.length());
    return new StringBuilder(text);
  }

  /** Sorted by itself, whatever order the map has. */
  private static Map<Object, Object> treeMap(Host host, Map<Object, Object> map) {
    host.cells(map.size());
    if (map instanceof SortedMap<?, ?> source) {
      Natural.check(source.comparator());
    }
    Map<Object, Object> sorted = new TreeMap<>(Natural.order(host));
    Collection<?> entries =
        map instanceof Shuffled shuffled ? shuffled.unordered() : map.entrySet();
    for (Object each : entries) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) each;
      sorted.put(entry.getKey(), entry.getValue());
    }
    return sorted;
  }

  private static Set<Object> treeSet(Host host, Collection<Object> elements) {
    host.cells(elements.size());
    if (elements instanceof SortedSet<?> source) {
      Natural.check(source.comparator());
    }
    Set<Object> sorted = new TreeSet<>(Natural.order(host));
    sorted.addAll(CollectionMethods.plain(elements));
    return sorted;
  }

  private static PriorityQueue<Object> priorityQueue(Host host, Collection<Object> elements) {
    if (elements instanceof SortedSet<?> || elements instanceof PriorityQueue<?>) {
      Natural.check(null);
    }
    PriorityQueue<Object> queue = new PriorityQueue<>(Natural.order(host));
    queue.addAll(all(host, elements));
    return queue;
  }
}
