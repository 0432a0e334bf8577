package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** {@code Stream}. */
final class StreamMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("empty", Stream::empty)
          .varargs("of", Object.class, (host, all) -> Streams.metered(host, all.stream()))
          .metered("ofNullable", Object.class, (host, x) -> Streams.metered(host, optional(x)))
          .metered("iterate", Object.class, Kinds.UNARY_OPERATOR, StreamMethods::iterate)
          .metered(
              "iterate",
              Object.class,
              Kinds.PREDICATE,
              Kinds.UNARY_OPERATOR,
              (host, seed, has, next) -> Streams.metered(host, Stream.iterate(seed, has, next)))
          .metered("generate", Kinds.SUPPLIER, (h, f) -> Streams.metered(h, Stream.generate(f)))
          .metered(
              "concat",
              Kinds.STREAM,
              Kinds.STREAM,
              (h, a, b) -> Stream.concat(Streams.joined(h, a), b));

  static final ValueTable<Stream<Object>> VALUE =
      ending(keeping(mapping(new ValueTable<>(Kinds.STREAM))));

  private StreamMethods() {}

  private static ValueTable<Stream<Object>> mapping(ValueTable<Stream<Object>> table) {
    return table
        .on("filter", Kinds.PREDICATE, Stream::filter)
        .on("map", Kinds.FUNCTION, (s, f) -> s.map(f))
        .on("mapToInt", Kinds.TO_INT_FUNCTION, StreamMethods::mapToInt)
        .on("mapToLong", Kinds.TO_LONG_FUNCTION, StreamMethods::mapToLong)
        .on("mapToDouble", Kinds.TO_DOUBLE_FUNCTION, StreamMethods::mapToDouble)
        .on("flatMap", Kinds.FUNCTION, (s, f) -> s.flatMap(x -> stream(f, x)))
        .on("flatMapToInt", Kinds.FUNCTION, (s, f) -> s.flatMapToInt(x -> (IntStream) f.apply(x)))
        .on("peek", Kinds.CONSUMER, Stream::peek)
        .on("limit", long.class, Stream::limit)
        .on("skip", long.class, Stream::skip)
        .on("takeWhile", Kinds.PREDICATE, Stream::takeWhile)
        .on("dropWhile", Kinds.PREDICATE, Stream::dropWhile)
        .on("sequential", Stream::sequential)
        .on("unordered", Stream::unordered)
        .on("parallel", Streams::parallel)
        .on("iterator", Stream::iterator)
        .act("close", Stream::close);
  }

  private static ValueTable<Stream<Object>> keeping(ValueTable<Stream<Object>> table) {
    return table
        .metered("distinct", (host, s) -> Streams.kept(host, s).distinct())
        .metered("sorted", (host, s) -> sorted(host, s, Natural.order(host)))
        .metered("sorted", Kinds.COMPARATOR, StreamMethods::sorted)
        .metered("toList", (host, s) -> Streams.kept(host, s).toList())
        .metered("toArray", (host, s) -> JavaArrays.ofObjects(Streams.kept(host, s).toArray()))
        .metered("toArray", Kinds.INT_FUNCTION, StreamMethods::toArray)
        .metered("collect", Kinds.COLLECTOR, StreamMethods::collect)
        .on("collect", Kinds.SUPPLIER, Kinds.BI_CONSUMER, Kinds.BI_CONSUMER, Stream::collect);
  }

  private static ValueTable<Stream<Object>> ending(ValueTable<Stream<Object>> table) {
    return table
        .act("forEach", Kinds.CONSUMER, Stream::forEach)
        .act("forEachOrdered", Kinds.CONSUMER, Stream::forEachOrdered)
        .on("count", Stream::count)
        .on("anyMatch", Kinds.PREDICATE, Stream::anyMatch)
        .on("allMatch", Kinds.PREDICATE, Stream::allMatch)
        .on("noneMatch", Kinds.PREDICATE, Stream::noneMatch)
        .on("findFirst", Stream::findFirst)
        .on("findAny", Stream::findFirst)
        .on("min", Kinds.COMPARATOR, Stream::min)
        .on("max", Kinds.COMPARATOR, Stream::max)
        .on("reduce", Kinds.BINARY_OPERATOR, (s, f) -> s.reduce(f))
        .on("reduce", Object.class, Kinds.BINARY_OPERATOR, (s, zero, f) -> s.reduce(zero, f))
        .on(
            "reduce",
            Object.class,
            Kinds.BI_FUNCTION,
            Kinds.BINARY_OPERATOR,
            (s, zero, f, both) -> s.reduce(zero, f, both));
  }

  private static Stream<Object> optional(Object value) {
    return Stream.ofNullable(value);
  }

  private static Stream<Object> iterate(Host host, Object seed, UnaryOperator<Object> next) {
    return Streams.metered(host, Stream.iterate(seed, next));
  }

  private static IntStream mapToInt(Stream<Object> stream, ToIntFunction<Object> function) {
    return stream.mapToInt(function);
  }

  private static LongStream mapToLong(Stream<Object> stream, ToLongFunction<Object> function) {
    return stream.mapToLong(function);
  }

  private static DoubleStream mapToDouble(
      Stream<Object> stream, ToDoubleFunction<Object> function) {
    return stream.mapToDouble(function);
  }

  static Stream<?> stream(Function<Object, Object> function, Object element) {
    return (Stream<?>) function.apply(element);
  }

  private static Stream<Object> sorted(Host host, Stream<Object> stream, Comparator<Object> order) {
    return Streams.kept(host, stream).sorted(Sorting.metered(host, order));
  }

  private static Object collect(
      Host host, Stream<Object> stream, Collector<Object, Object, Object> collector) {
    return Streams.kept(host, stream).collect(collector);
  }

  private static JavaArray toArray(
      Host host, Stream<Object> stream, IntFunction<Object> generator) {
    List<Object> all = Arrays.asList(Streams.kept(host, stream).toArray());
    return JavaArrays.like((JavaArray) generator.apply(all.size()), all);
  }
}
