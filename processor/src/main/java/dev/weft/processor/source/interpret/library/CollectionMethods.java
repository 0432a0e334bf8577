package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.function.IntFunction;

/** {@code Collection}, {@code List} and {@code Iterator}. */
final class CollectionMethods {
  static final ValueTable<Collection<Object>> COLLECTION =
      new ValueTable<>(Kinds.COLLECTION)
          .constantTime("size", "isEmpty", "add", "addAll", "stream", "iterator")
          .on("size", Collection::size)
          .on("isEmpty", Collection::isEmpty)
          .on("contains", Object.class, Collection::contains)
          .metered("containsAll", Kinds.COLLECTION, CollectionMethods::containsAll)
          .metered("add", Object.class, CollectionMethods::add)
          .metered("addAll", Kinds.COLLECTION, CollectionMethods::addAll)
          .on("remove", Object.class, Collection::remove)
          .metered("removeAll", Kinds.COLLECTION, CollectionMethods::removeAll)
          .metered("retainAll", Kinds.COLLECTION, CollectionMethods::retainAll)
          .on("removeIf", Kinds.PREDICATE, Collection::removeIf)
          .act("clear", Collection::clear)
          .act("forEach", Kinds.CONSUMER, Collection::forEach)
          .on("iterator", Collection::iterator)
          .metered("stream", (host, all) -> Streams.metered(host, all.stream()))
          .metered("toArray", (host, all) -> JavaArrays.ofObjects(elements(host, all)))
          .metered("toArray", JavaArray.class, CollectionMethods::toArray)
          .metered("toArray", Kinds.INT_FUNCTION, CollectionMethods::toArray);

  static final ValueTable<List<Object>> LIST =
      new ValueTable<>(Kinds.LIST)
          .constantTime("get", "set", "getFirst", "getLast", "addFirst", "addLast", "removeLast")
          .constantTime("add", "remove", "subList")
          .metered("get", int.class, CollectionMethods::get)
          .metered("set", int.class, Object.class, CollectionMethods::set)
          .metered("add", int.class, Object.class, CollectionMethods::insert)
          .metered("addAll", int.class, Kinds.COLLECTION, CollectionMethods::insertAll)
          .metered("remove", int.class, CollectionMethods::remove)
          .on("indexOf", Object.class, List::indexOf)
          .on("lastIndexOf", Object.class, List::lastIndexOf)
          .on("subList", int.class, int.class, List::subList)
          .metered("sort", Kinds.COMPARATOR, CollectionMethods::sort)
          .act("replaceAll", Kinds.UNARY_OPERATOR, List::replaceAll)
          .on("listIterator", List::listIterator)
          .on("listIterator", int.class, List::listIterator)
          .on("getFirst", list -> Ends.first(list))
          .on("getLast", list -> Ends.last(list))
          .metered("addFirst", Object.class, (host, list, x) -> insert(host, list, 0, x))
          .metered("addLast", Object.class, (host, list, x) -> insert(host, list, list.size(), x))
          .on("removeFirst", Ends::removeFirst)
          .on("removeLast", Ends::removeLast)
          .on("reversed", ReversedList::new);

  static final ValueTable<Iterable<Object>> ITERABLE =
      new ValueTable<>(Kinds.ITERABLE)
          .act("forEach", Kinds.CONSUMER, Iterable::forEach)
          .on("iterator", Iterable::iterator);

  static final ValueTable<Iterator<Object>> ITERATOR =
      new ValueTable<>(Kinds.ITERATOR)
          .on("hasNext", Iterator::hasNext)
          .on("next", Iterator::next)
          .act("remove", Iterator::remove)
          .act("forEachRemaining", Kinds.CONSUMER, Iterator::forEachRemaining);

  static final ValueTable<ListIterator<Object>> LIST_ITERATOR =
      new ValueTable<>(Kinds.LIST_ITERATOR)
          .on("hasPrevious", ListIterator::hasPrevious)
          .on("previous", ListIterator::previous)
          .on("nextIndex", ListIterator::nextIndex)
          .on("previousIndex", ListIterator::previousIndex)
          .act("set", Object.class, ListIterator::set)
          .metered("add", Object.class, CollectionMethods::addHere);

  private static final int MOVED_PER_STEP = 16;

  private CollectionMethods() {}

  /** What only asks for membership does not depend on the order. */
  static Collection<?> plain(Collection<?> elements) {
    return elements instanceof Shuffled shuffled ? shuffled.unordered() : elements;
  }

  private static boolean add(Host host, Collection<Object> all, Object element) {
    host.cells(1);
    return all.add(element);
  }

  private static boolean addAll(Host host, Collection<Object> all, Collection<Object> more) {
    host.cells(more.size());
    return all.addAll(more);
  }

  private static Object insert(Host host, List<Object> list, int index, Object element) {
    host.cells(1);
    shift(host, list, index);
    list.add(index, element);
    return null;
  }

  /** Moves what is behind an index, which is fast in an array. */
  private static void shift(Host host, List<Object> list, int index) {
    Costs.reach(host, list, index);
    host.steps(Math.max(list.size() - index, 0) / MOVED_PER_STEP);
  }

  private static Object get(Host host, List<Object> list, int index) {
    Costs.reach(host, list, index);
    return list.get(index);
  }

  private static Object set(Host host, List<Object> list, int index, Object element) {
    Costs.reach(host, list, index);
    return list.set(index, element);
  }

  private static Object remove(Host host, List<Object> list, int index) {
    shift(host, list, index);
    return list.remove(index);
  }

  private static boolean containsAll(Host host, Collection<Object> all, Collection<Object> some) {
    Costs.search(host, some, all);
    return all.containsAll(plain(some));
  }

  private static boolean removeAll(Host host, Collection<Object> all, Collection<Object> some) {
    Costs.search(host, all, some);
    Costs.search(host, some, all);
    return all.removeAll(plain(some));
  }

  private static boolean retainAll(Host host, Collection<Object> all, Collection<Object> some) {
    Costs.search(host, all, some);
    return all.retainAll(plain(some));
  }

  private static boolean insertAll(
      Host host, List<Object> list, int index, Collection<Object> more) {
    host.cells(more.size());
    return list.addAll(index, more);
  }

  private static Object addHere(Host host, ListIterator<Object> iterator, Object element) {
    host.cells(1);
    iterator.add(element);
    return null;
  }

  private static Object[] elements(Host host, Collection<Object> all) {
    host.cells(all.size());
    return all.toArray();
  }

  private static JavaArray toArray(Host host, Collection<Object> all, JavaArray given) {
    return JavaArrays.like(given, Arrays.asList(elements(host, all)));
  }

  /** The JDK's collections ask the generator for an empty array. */
  private static JavaArray toArray(
      Host host, Collection<Object> all, IntFunction<Object> generator) {
    return toArray(host, all, (JavaArray) generator.apply(0));
  }

  private static Object sort(Host host, List<Object> list, Comparator<Object> order) {
    host.cells(list.size());
    Comparator<Object> used = order == null ? Natural.order(host) : order;
    list.sort(Sorting.metered(host, used));
    return null;
  }

  static List<Object> copy(Host host, Collection<?> elements) {
    host.cells(elements.size());
    return new ArrayList<>(elements);
  }
}
