package dev.weft.processor.source.interpret.library;

import java.util.Deque;
import java.util.NavigableSet;
import java.util.Queue;
import java.util.SortedSet;
import java.util.Stack;

/** {@code Queue}, {@code Deque}, {@code Stack} and the sorted sets. */
final class QueueMethods {
  static final ValueTable<Queue<Object>> QUEUE =
      new ValueTable<>(Kinds.QUEUE)
          .constantTime("peek", "element", "poll", "remove", "offer")
          .on("peek", Queue::peek)
          .on("element", Queue::element)
          .on("poll", Queue::poll)
          .on("remove", queue -> queue.remove())
          .metered("offer", Object.class, (host, queue, x) -> queue.offer(counted(host, x)));

  static final ValueTable<Deque<Object>> DEQUE =
      new ValueTable<>(Kinds.DEQUE)
          .constantTime(
              "push",
              "pop",
              "addFirst",
              "addLast",
              "offerFirst",
              "offerLast",
              "peekFirst",
              "peekLast",
              "getFirst",
              "getLast",
              "pollFirst",
              "pollLast",
              "removeFirst",
              "removeLast")
          .metered("push", Object.class, QueueMethods::addFirst)
          .metered("addFirst", Object.class, QueueMethods::addFirst)
          .metered("addLast", Object.class, QueueMethods::addLast)
          .metered("offerFirst", Object.class, (host, d, x) -> d.offerFirst(counted(host, x)))
          .metered("offerLast", Object.class, (host, d, x) -> d.offerLast(counted(host, x)))
          .on("pop", Deque::pop)
          .on("peekFirst", Deque::peekFirst)
          .on("peekLast", Deque::peekLast)
          .on("getFirst", Deque::getFirst)
          .on("getLast", Deque::getLast)
          .on("pollFirst", Deque::pollFirst)
          .on("pollLast", Deque::pollLast)
          .on("removeFirst", Deque::removeFirst)
          .on("removeLast", Deque::removeLast)
          .on("removeFirstOccurrence", Object.class, Deque::removeFirstOccurrence)
          .on("removeLastOccurrence", Object.class, Deque::removeLastOccurrence)
          .on("descendingIterator", Deque::descendingIterator);

  static final ValueTable<Stack<Object>> STACK =
      new ValueTable<>(Kinds.STACK)
          .constantTime("push", "pop", "peek", "empty")
          .metered("push", Object.class, (host, stack, x) -> stack.push(counted(host, x)))
          .on("pop", Stack::pop)
          .on("peek", Stack::peek)
          .on("empty", Stack::empty)
          .on("search", Object.class, Stack::search);

  static final ValueTable<SortedSet<Object>> SORTED =
      new ValueTable<>(Kinds.SORTED_SET)
          .constantTime("first", "last", "getFirst", "getLast")
          .on("first", SortedSet::first)
          .on("last", SortedSet::last)
          .on("getFirst", SortedSet::first)
          .on("getLast", SortedSet::last)
          .on("headSet", Object.class, SortedSet::headSet)
          .on("tailSet", Object.class, SortedSet::tailSet)
          .on("subSet", Object.class, Object.class, SortedSet::subSet);

  static final ValueTable<NavigableSet<Object>> NAVIGABLE =
      new ValueTable<>(Kinds.NAVIGABLE_SET)
          .constantTime("floor", "ceiling", "lower", "higher", "pollFirst", "pollLast")
          .on("floor", Object.class, NavigableSet::floor)
          .on("ceiling", Object.class, NavigableSet::ceiling)
          .on("lower", Object.class, NavigableSet::lower)
          .on("higher", Object.class, NavigableSet::higher)
          .on("pollFirst", NavigableSet::pollFirst)
          .on("pollLast", NavigableSet::pollLast)
          .on("descendingSet", NavigableSet::descendingSet)
          .on("descendingIterator", NavigableSet::descendingIterator)
          .on("reversed", NavigableSet::descendingSet)
          .on("headSet", Object.class, boolean.class, NavigableSet::headSet)
          .on("tailSet", Object.class, boolean.class, NavigableSet::tailSet)
          .on(
              "subSet",
              Object.class,
              boolean.class,
              Object.class,
              boolean.class,
              (set, from, isFrom, to, isTo) -> set.subSet(from, isFrom, to, isTo));

  private QueueMethods() {}

  private static Object counted(Host host, Object element) {
    host.cells(1);
    return element;
  }

  private static Object addFirst(Host host, Deque<Object> deque, Object element) {
    deque.addFirst(counted(host, element));
    return null;
  }

  private static Object addLast(Host host, Deque<Object> deque, Object element) {
    deque.addLast(counted(host, element));
    return null;
  }
}
