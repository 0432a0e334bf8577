package dev.weft.processor.source.interpret.library;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The static methods of {@code Collections}. */
final class CollectionsMethods {
  static final StaticTable STATIC = changing(searching(making(new StaticTable())));

  private CollectionsMethods() {}

  private static StaticTable making(StaticTable table) {
    return table
        .on("emptyList", Collections::emptyList)
        .on("emptySet", Collections::emptySet)
        .on("emptyMap", Collections::emptyMap)
        .on("emptyIterator", Collections::emptyIterator)
        .on("singletonList", Object.class, Collections::singletonList)
        .on("singleton", Object.class, Collections::singleton)
        .on("singletonMap", Object.class, Object.class, Collections::singletonMap)
        .metered("nCopies", int.class, Object.class, CollectionsMethods::copies)
        .on("unmodifiableList", Kinds.LIST, Collections::unmodifiableList)
        .on("unmodifiableCollection", Kinds.COLLECTION, Collections::unmodifiableCollection)
        .on("unmodifiableSet", Kinds.SET, Collections::unmodifiableSet)
        .on("unmodifiableMap", Kinds.MAP, Collections::unmodifiableMap)
        .on("unmodifiableSortedMap", Kinds.SORTED_MAP, Collections::unmodifiableSortedMap)
        .on("unmodifiableSortedSet", Kinds.SORTED_SET, Collections::unmodifiableSortedSet)
        .metered("reverseOrder", host -> Comparators.closure(Natural.order(host).reversed()))
        .on("reverseOrder", Kinds.COMPARATOR, order -> Comparators.closure(order.reversed()));
  }

  private static StaticTable searching(StaticTable table) {
    return table
        .metered("max", Kinds.COLLECTION, (host, all) -> max(all, Natural.order(host)))
        .metered("min", Kinds.COLLECTION, (host, all) -> min(all, Natural.order(host)))
        .on("max", Kinds.COLLECTION, Kinds.COMPARATOR, CollectionsMethods::max)
        .on("min", Kinds.COLLECTION, Kinds.COMPARATOR, CollectionsMethods::min)
        .on("frequency", Kinds.COLLECTION, Object.class, CollectionsMethods::frequency)
        .metered("disjoint", Kinds.COLLECTION, Kinds.COLLECTION, CollectionsMethods::disjoint)
        .metered("binarySearch", Kinds.LIST, Object.class, CollectionsMethods::search)
        .on("binarySearch", Kinds.LIST, Object.class, Kinds.COMPARATOR, CollectionsMethods::search)
        .metered("indexOfSubList", Kinds.LIST, Kinds.LIST, CollectionsMethods::indexOf)
        .metered("lastIndexOfSubList", Kinds.LIST, Kinds.LIST, CollectionsMethods::lastIndexOf);
  }

  private static StaticTable changing(StaticTable table) {
    return table
        .varargs("addAll", Kinds.COLLECTION, Object.class, CollectionsMethods::addAll)
        .on("reverse", Kinds.LIST, list -> done(() -> Collections.reverse(list)))
        .on("swap", Kinds.LIST, int.class, int.class, CollectionsMethods::swap)
        .on("rotate", Kinds.LIST, int.class, (list, n) -> done(() -> Collections.rotate(list, n)))
        .on("fill", Kinds.LIST, Object.class, (list, x) -> done(() -> Collections.fill(list, x)))
        .on("copy", Kinds.LIST, Kinds.LIST, (to, from) -> done(() -> Collections.copy(to, from)))
        .on("replaceAll", Kinds.LIST, Object.class, Object.class, Collections::replaceAll)
        .metered("sort", Kinds.LIST, (host, list) -> sort(host, list, Natural.order(host)))
        .metered("sort", Kinds.LIST, Kinds.COMPARATOR, CollectionsMethods::sort)
        .on("shuffle", Kinds.LIST, CollectionsMethods::shuffle);
  }

  private static Object done(Runnable action) {
    action.run();
    return null;
  }

  private static List<Object> copies(Host host, int count, Object value) {
    host.cells(Math.max(count, 0));
    return Collections.nCopies(count, value);
  }

  private static Object max(Collection<Object> all, Comparator<Object> order) {
    return Collections.max(all, order);
  }

  private static Object min(Collection<Object> all, Comparator<Object> order) {
    return Collections.min(all, order);
  }

  private static int frequency(Collection<Object> all, Object value) {
    return Collections.frequency(CollectionMethods.plain(all), value);
  }

  private static boolean disjoint(Host host, Collection<Object> one, Collection<Object> other) {
    Costs.search(host, one, other);
    Costs.search(host, other, one);
    return Collections.disjoint(CollectionMethods.plain(one), CollectionMethods.plain(other));
  }

  private static int indexOf(Host host, List<Object> list, List<Object> part) {
    Costs.search(host, list, part);
    return Collections.indexOfSubList(list, part);
  }

  private static int lastIndexOf(Host host, List<Object> list, List<Object> part) {
    Costs.search(host, list, part);
    return Collections.lastIndexOfSubList(list, part);
  }

  private static int search(Host host, List<Object> list, Object key) {
    return search(list, key, Natural.order(host));
  }

  private static int search(List<Object> list, Object key, Comparator<Object> order) {
    return Collections.binarySearch(list, key, order);
  }

  private static boolean addAll(Host host, Collection<Object> all, List<Object> more) {
    host.cells(more.size());
    return Collections.addAll(all, more.toArray());
  }

  private static Object swap(List<Object> list, int one, int other) {
    Collections.swap(list, one, other);
    return null;
  }

  private static Object sort(Host host, List<Object> list, Comparator<Object> order) {
    host.cells(list.size());
    list.sort(Sorting.metered(host, order == null ? Natural.order(host) : order));
    return null;
  }

  private static Object shuffle(List<Object> list) {
    throw new Refusal(
        "a shuffled list is not the same in each run of Java", "write the order that you want");
  }
}
