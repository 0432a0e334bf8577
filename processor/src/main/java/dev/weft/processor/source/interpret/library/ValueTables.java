package dev.weft.processor.source.interpret.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.DoubleSummaryStatistics;
import java.util.IntSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The tables of instance methods, each made when it is first asked for. */
final class ValueTables {
  private record Known(Class<?> type, Supplier<ValueTable<?>> table) {}

  /** The more special types first. */
  private static final List<Known> ALL =
      List.of(
          new Known(String.class, () -> StringMethods.VALUE),
          new Known(StringBuilder.class, () -> BuilderMethods.BUILDER),
          new Known(CharSequence.class, () -> BuilderMethods.CHARACTERS),
          new Known(StringJoiner.class, () -> BuilderMethods.JOINER),
          new Known(Double.class, () -> BoxMethods.DOUBLE),
          new Known(Float.class, () -> BoxMethods.FLOAT),
          new Known(Number.class, () -> BoxMethods.NUMBER),
          new Known(Boolean.class, () -> BoxMethods.BOOLEAN),
          new Known(Character.class, () -> BoxMethods.CHARACTER),
          new Known(Enum.class, () -> BoxMethods.ENUM),
          new Known(Stack.class, () -> QueueMethods.STACK),
          new Known(List.class, () -> CollectionMethods.LIST),
          new Known(Deque.class, () -> QueueMethods.DEQUE),
          new Known(Queue.class, () -> QueueMethods.QUEUE),
          new Known(NavigableSet.class, () -> QueueMethods.NAVIGABLE),
          new Known(SortedSet.class, () -> QueueMethods.SORTED),
          new Known(Collection.class, () -> CollectionMethods.COLLECTION),
          new Known(Iterable.class, () -> CollectionMethods.ITERABLE),
          new Known(ListIterator.class, () -> CollectionMethods.LIST_ITERATOR),
          new Known(Iterator.class, () -> CollectionMethods.ITERATOR),
          new Known(NavigableMap.class, () -> MapMethods.NAVIGABLE),
          new Known(SortedMap.class, () -> MapMethods.SORTED),
          new Known(Map.class, () -> MapMethods.MAP),
          new Known(Map.Entry.class, () -> MapMethods.ENTRY),
          new Known(Optional.class, () -> OptionalMethods.VALUE),
          new Known(OptionalInt.class, () -> OptionalMethods.INT),
          new Known(OptionalLong.class, () -> OptionalMethods.LONG),
          new Known(OptionalDouble.class, () -> OptionalMethods.DOUBLE),
          new Known(Stream.class, () -> StreamMethods.VALUE),
          new Known(IntStream.class, () -> IntStreamMethods.VALUE),
          new Known(LongStream.class, () -> LongStreamMethods.VALUE),
          new Known(DoubleStream.class, () -> DoubleStreamMethods.VALUE),
          new Known(IntSummaryStatistics.class, () -> StatisticsMethods.INT),
          new Known(LongSummaryStatistics.class, () -> StatisticsMethods.LONG),
          new Known(DoubleSummaryStatistics.class, () -> StatisticsMethods.DOUBLE),
          new Known(AtomicInteger.class, () -> AtomicMethods.INTEGER),
          new Known(AtomicLong.class, () -> AtomicMethods.LONG),
          new Known(Object.class, () -> BoxMethods.ANY));

  private ValueTables() {}

  /** A loop calls the same methods again and again, so what was found for a class is kept. */
  private static final ClassValue<List<Supplier<ValueTable<?>>>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<Supplier<ValueTable<?>>> computeValue(Class<?> type) {
          return find(type);
        }
      };

  static List<Supplier<ValueTable<?>>> of(Object receiver) {
    return OF_CLASS.get(receiver.getClass());
  }

  private static List<Supplier<ValueTable<?>>> find(Class<?> type) {
    List<Supplier<ValueTable<?>>> found = new ArrayList<>();
    for (Known each : ALL) {
      if (each.type.isAssignableFrom(type)) {
        found.add(each.table);
      }
    }
    return found;
  }
}
