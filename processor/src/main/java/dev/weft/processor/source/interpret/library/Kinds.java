package dev.weft.processor.source.interpret.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Stack;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** The classes of generic types, all of whose arguments are interpreted values. */
final class Kinds {
  static final Class<Function<Object, Object>> FUNCTION = of(Function.class);
  static final Class<BiFunction<Object, Object, Object>> BI_FUNCTION = of(BiFunction.class);
  static final Class<UnaryOperator<Object>> UNARY_OPERATOR = of(UnaryOperator.class);
  static final Class<BinaryOperator<Object>> BINARY_OPERATOR = of(BinaryOperator.class);
  static final Class<Supplier<Object>> SUPPLIER = of(Supplier.class);
  static final Class<Consumer<Object>> CONSUMER = of(Consumer.class);
  static final Class<BiConsumer<Object, Object>> BI_CONSUMER = of(BiConsumer.class);
  static final Class<Predicate<Object>> PREDICATE = of(Predicate.class);
  static final Class<BiPredicate<Object, Object>> BI_PREDICATE = of(BiPredicate.class);
  static final Class<IntFunction<Object>> INT_FUNCTION = of(IntFunction.class);
  static final Class<LongFunction<Object>> LONG_FUNCTION = of(LongFunction.class);
  static final Class<DoubleFunction<Object>> DOUBLE_FUNCTION = of(DoubleFunction.class);
  static final Class<ToIntFunction<Object>> TO_INT_FUNCTION = of(ToIntFunction.class);
  static final Class<ToLongFunction<Object>> TO_LONG_FUNCTION = of(ToLongFunction.class);
  static final Class<ToDoubleFunction<Object>> TO_DOUBLE_FUNCTION = of(ToDoubleFunction.class);
  static final Class<ObjIntConsumer<Object>> OBJ_INT_CONSUMER = of(ObjIntConsumer.class);
  static final Class<ObjLongConsumer<Object>> OBJ_LONG_CONSUMER = of(ObjLongConsumer.class);
  static final Class<ObjDoubleConsumer<Object>> OBJ_DOUBLE_CONSUMER = of(ObjDoubleConsumer.class);
  static final Class<Comparator<Object>> COMPARATOR = of(Comparator.class);
  static final Class<Collection<Object>> COLLECTION = of(Collection.class);
  static final Class<List<Object>> LIST = of(List.class);
  static final Class<Set<Object>> SET = of(Set.class);
  static final Class<Map<Object, Object>> MAP = of(Map.class);
  static final Class<SortedSet<Object>> SORTED_SET = of(SortedSet.class);
  static final Class<NavigableSet<Object>> NAVIGABLE_SET = of(NavigableSet.class);
  static final Class<SortedMap<Object, Object>> SORTED_MAP = of(SortedMap.class);
  static final Class<NavigableMap<Object, Object>> NAVIGABLE_MAP = of(NavigableMap.class);
  static final Class<Iterator<Object>> ITERATOR = of(Iterator.class);
  static final Class<ListIterator<Object>> LIST_ITERATOR = of(ListIterator.class);
  static final Class<Stack<Object>> STACK = of(Stack.class);
  static final Class<Deque<Object>> DEQUE = of(Deque.class);
  static final Class<Queue<Object>> QUEUE = of(Queue.class);
  static final Class<Optional<Object>> OPTIONAL = of(Optional.class);
  static final Class<Stream<Object>> STREAM = of(Stream.class);
  static final Class<Iterable<Object>> ITERABLE = of(Iterable.class);
  static final Class<Collector<Object, Object, Object>> COLLECTOR = of(Collector.class);
  static final Class<Map.Entry<Object, Object>> ENTRY = of(Map.Entry.class);
  static final Class<Enum<?>> ENUM = of(Enum.class);

  private Kinds() {}

  @SuppressWarnings("unchecked")
  private static <T> Class<T> of(Class<?> raw) {
    return (Class<T>) raw;
  }
}
