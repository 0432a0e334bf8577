package dev.weft.processor.source.interpret.library;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code Collectors}. The maps and sets that they make know whether their order is fixed. */
final class CollectorsMethods {
  static final StaticTable STATIC = numbers(maps(derived(collections(new StaticTable()))));

  private CollectorsMethods() {}

  private static StaticTable collections(StaticTable table) {
    return table
        .on("toList", Collectors::toList)
        .on("toUnmodifiableList", Collectors::toUnmodifiableList)
        .on("toSet", CollectorsMethods::toSet)
        .on("toUnmodifiableSet", CollectorsMethods::toUnmodifiableSet)
        .on("toCollection", Kinds.SUPPLIER, CollectorsMethods::toCollection)
        .metered("joining", host -> joining(host, "", "", ""))
        .metered("joining", CharSequence.class, (host, between) -> joining(host, between, "", ""))
        .metered(
            "joining",
            CharSequence.class,
            CharSequence.class,
            CharSequence.class,
            CollectorsMethods::joining);
  }

  private static StaticTable derived(StaticTable table) {
    return table
        .on("mapping", Kinds.FUNCTION, Kinds.COLLECTOR, (f, then) -> Collectors.mapping(f, then))
        .on("filtering", Kinds.PREDICATE, Kinds.COLLECTOR, CollectorsMethods::filtering)
        .on("flatMapping", Kinds.FUNCTION, Kinds.COLLECTOR, CollectorsMethods::flatMapping)
        .on(
            "collectingAndThen",
            Kinds.COLLECTOR,
            Kinds.FUNCTION,
            (first, then) -> Collectors.collectingAndThen(first, then))
        .on("reducing", Object.class, Kinds.BINARY_OPERATOR, CollectorsMethods::reducing)
        .on("reducing", Kinds.BINARY_OPERATOR, f -> Collectors.reducing(f))
        .on(
            "reducing",
            Object.class,
            Kinds.FUNCTION,
            Kinds.BINARY_OPERATOR,
            (zero, map, f) -> Collectors.reducing(zero, map, f))
        .on("teeing", Kinds.COLLECTOR, Kinds.COLLECTOR, Kinds.BI_FUNCTION, Collectors::teeing)
        .on("minBy", Kinds.COMPARATOR, (Comparator<Object> order) -> Collectors.minBy(order))
        .on("maxBy", Kinds.COMPARATOR, (Comparator<Object> order) -> Collectors.maxBy(order));
  }

  private static StaticTable maps(StaticTable table) {
    return table
        .metered("toMap", Kinds.FUNCTION, Kinds.FUNCTION, CollectorsMethods::toMap)
        .on(
            "toMap",
            Kinds.FUNCTION,
            Kinds.FUNCTION,
            Kinds.BINARY_OPERATOR,
            (key, value, merge) -> toMap(key, value, merge, HashedMap::new))
        .on(
            "toMap",
            Kinds.FUNCTION,
            Kinds.FUNCTION,
            Kinds.BINARY_OPERATOR,
            Kinds.SUPPLIER,
            CollectorsMethods::toMap)
        .on("groupingBy", Kinds.FUNCTION, key -> grouping(key, HashedMap::new, toList()))
        .on(
            "groupingBy",
            Kinds.FUNCTION,
            Kinds.COLLECTOR,
            (key, then) -> grouping(key, HashedMap::new, then))
        .on(
            "groupingBy",
            Kinds.FUNCTION,
            Kinds.SUPPLIER,
            Kinds.COLLECTOR,
            CollectorsMethods::grouping)
        .on("partitioningBy", Kinds.PREDICATE, CollectorsMethods::partitioning)
        .on("partitioningBy", Kinds.PREDICATE, Kinds.COLLECTOR, CollectorsMethods::partitioning);
  }

  private static StaticTable numbers(StaticTable table) {
    return table
        .on("counting", () -> Collectors.counting())
        .on("summingInt", Kinds.TO_INT_FUNCTION, f -> Collectors.summingInt(f))
        .on("summingLong", Kinds.TO_LONG_FUNCTION, f -> Collectors.summingLong(f))
        .on("summingDouble", Kinds.TO_DOUBLE_FUNCTION, f -> Collectors.summingDouble(f))
        .on("averagingInt", Kinds.TO_INT_FUNCTION, f -> Collectors.averagingInt(f))
        .on("averagingLong", Kinds.TO_LONG_FUNCTION, f -> Collectors.averagingLong(f))
        .on("averagingDouble", Kinds.TO_DOUBLE_FUNCTION, f -> Collectors.averagingDouble(f))
        .on("summarizingInt", Kinds.TO_INT_FUNCTION, f -> Collectors.summarizingInt(f))
        .on("summarizingLong", Kinds.TO_LONG_FUNCTION, f -> Collectors.summarizingLong(f))
        .on("summarizingDouble", Kinds.TO_DOUBLE_FUNCTION, f -> Collectors.summarizingDouble(f));
  }

  private static Collector<Object, ?, Object> toList() {
    return Collectors.collectingAndThen(Collectors.toList(), list -> list);
  }

  private static Collector<Object, ?, Object> toSet() {
    return Collector.of(HashedSet::new, HashedSet::add, (one, other) -> one, set -> set);
  }

  private static Collector<Object, ?, Object> toUnmodifiableSet() {
    return Collectors.collectingAndThen(Collectors.toUnmodifiableSet(), FixedSet::new);
  }

  private static Collector<Object, ?, Collection<Object>> toCollection(Supplier<Object> made) {
    return Collectors.toCollection(() -> Kinds.COLLECTION.cast(made.get()));
  }

  private static Collector<Object, ?, String> joining(
      Host host, CharSequence between, CharSequence open, CharSequence close) {
    return Collectors.collectingAndThen(
        Collectors.mapping(
            each -> counted(host, each, between), Collectors.joining(between, open, close)),
        text -> {
          host.characters(text.length());
          return text;
        });
  }

  private static CharSequence counted(Host host, Object each, CharSequence between) {
    CharSequence text = (CharSequence) each;
    host.characters(String.valueOf(text).length() + between.length());
    return text;
  }

  private static Collector<Object, ?, Object> filtering(
      Predicate<Object> condition, Collector<Object, Object, Object> then) {
    return Collectors.filtering(condition, then);
  }

  private static Collector<Object, ?, Object> flatMapping(
      Function<Object, Object> function, Collector<Object, Object, Object> then) {
    Function<Object, Stream<?>> streams = each -> StreamMethods.stream(function, each);
    return Collectors.flatMapping(streams, then);
  }

  private static Collector<Object, ?, Object> reducing(Object zero, BinaryOperator<Object> sum) {
    return Collectors.reducing(zero, sum);
  }

  private static Collector<Object, ?, Object> toMap(
      Host host, Function<Object, Object> key, Function<Object, Object> value) {
    return Collector.of(
        HashedMap::new,
        (map, each) -> putNew(host, map, key.apply(each), value.apply(each)),
        (one, other) -> one,
        map -> map);
  }

  private static void putNew(Host host, HashedMap map, Object key, Object value) {
    Object before = map.putIfAbsent(key, Objects.requireNonNull(value));
    if (before != null) {
      String values = Texts.of(host, before) + " and " + Texts.of(host, value);
      throw new IllegalStateException(
          "Duplicate key " + Texts.of(host, key) + " (attempted merging values " + values + ")");
    }
  }

  private static Collector<Object, ?, Map<Object, Object>> toMap(
      Function<Object, Object> key,
      Function<Object, Object> value,
      BinaryOperator<Object> merge,
      Supplier<?> made) {
    return Collectors.toMap(key, value, merge, () -> Kinds.MAP.cast(made.get()));
  }

  private static <R> Collector<Object, ?, Map<Object, R>> grouping(
      Function<Object, Object> key, Supplier<?> made, Collector<Object, ?, R> then) {
    return Collectors.groupingBy(key, () -> casted(made.get()), then);
  }

  @SuppressWarnings("unchecked")
  private static <R> Map<Object, R> casted(Object map) {
    return (Map<Object, R>) map;
  }

  private static Object partitioning(Predicate<Object> condition) {
    return Collectors.partitioningBy(condition);
  }

  private static Object partitioning(
      Predicate<Object> condition, Collector<Object, Object, Object> then) {
    return Collectors.partitioningBy(condition, then);
  }
}
