package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** {@code LongStream}. */
final class LongStreamMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("empty", LongStream::empty)
          .varargs("of", long.class, LongStreamMethods::of)
          .metered("iterate", long.class, LongUnaryOperator.class, LongStreamMethods::iterate)
          .metered(
              "iterate",
              long.class,
              LongPredicate.class,
              LongUnaryOperator.class,
              (host, seed, has, next) -> Streams.metered(host, LongStream.iterate(seed, has, next)))
          .metered("generate", LongSupplier.class, LongStreamMethods::generate)
          .metered("range", long.class, long.class, LongStreamMethods::range)
          .metered("rangeClosed", long.class, long.class, LongStreamMethods::rangeClosed)
          .metered(
              "concat",
              LongStream.class,
              LongStream.class,
              (h, a, b) -> LongStream.concat(Streams.joined(h, a), b));

  static final ValueTable<LongStream> VALUE = ending(mapping(new ValueTable<>(LongStream.class)));

  private LongStreamMethods() {}

  private static ValueTable<LongStream> mapping(ValueTable<LongStream> table) {
    return table
        .on("filter", LongPredicate.class, LongStream::filter)
        .on("map", LongUnaryOperator.class, LongStream::map)
        .on("mapToObj", Kinds.LONG_FUNCTION, LongStreamMethods::mapToObj)
        .on("mapToInt", LongToIntFunction.class, LongStream::mapToInt)
        .on("mapToDouble", LongToDoubleFunction.class, LongStream::mapToDouble)
        .on("asDoubleStream", LongStream::asDoubleStream)
        .on("flatMap", Kinds.LONG_FUNCTION, LongStreamMethods::flatMap)
        .on("boxed", LongStreamMethods::boxed)
        .on("peek", LongConsumer.class, LongStream::peek)
        .on("limit", long.class, LongStream::limit)
        .on("skip", long.class, LongStream::skip)
        .on("takeWhile", LongPredicate.class, LongStream::takeWhile)
        .on("dropWhile", LongPredicate.class, LongStream::dropWhile)
        .metered("distinct", (host, s) -> Streams.kept(host, s).distinct())
        .metered("sorted", (host, s) -> Streams.kept(host, s).sorted())
        .on("sequential", LongStream::sequential)
        .on("unordered", LongStream::unordered)
        .on("parallel", Streams::parallel)
        .on("iterator", LongStreamMethods::iterator);
  }

  private static ValueTable<LongStream> ending(ValueTable<LongStream> table) {
    return table
        .act("forEach", LongConsumer.class, LongStream::forEach)
        .act("forEachOrdered", LongConsumer.class, LongStream::forEachOrdered)
        .metered("toArray", LongStreamMethods::toArray)
        .on("sum", LongStream::sum)
        .on("count", LongStream::count)
        .on("average", LongStream::average)
        .on("min", LongStream::min)
        .on("max", LongStream::max)
        .on("summaryStatistics", LongStream::summaryStatistics)
        .on("anyMatch", LongPredicate.class, LongStream::anyMatch)
        .on("allMatch", LongPredicate.class, LongStream::allMatch)
        .on("noneMatch", LongPredicate.class, LongStream::noneMatch)
        .on("findFirst", LongStream::findFirst)
        .on("findAny", LongStream::findFirst)
        .on("reduce", LongBinaryOperator.class, (s, f) -> s.reduce(f))
        .on("reduce", long.class, LongBinaryOperator.class, (s, zero, f) -> s.reduce(zero, f))
        .on(
            "collect",
            Kinds.SUPPLIER,
            Kinds.OBJ_LONG_CONSUMER,
            Kinds.BI_CONSUMER,
            (s, made, add, both) -> s.collect(made, add, both));
  }

  private static LongStream of(Host host, List<Long> values) {
    return Streams.metered(host, values.stream().mapToLong(Long::longValue));
  }

  private static LongStream iterate(Host host, long seed, LongUnaryOperator next) {
    return Streams.metered(host, LongStream.iterate(seed, next));
  }

  private static LongStream generate(Host host, LongSupplier next) {
    return Streams.metered(host, LongStream.generate(next));
  }

  private static LongStream range(Host host, long from, long to) {
    return Streams.metered(host, LongStream.range(from, to));
  }

  private static LongStream rangeClosed(Host host, long from, long to) {
    return Streams.metered(host, LongStream.rangeClosed(from, to));
  }

  private static Stream<Object> mapToObj(LongStream stream, LongFunction<Object> function) {
    return stream.mapToObj(function);
  }

  private static LongStream flatMap(LongStream stream, LongFunction<Object> function) {
    return stream.flatMap(each -> (LongStream) function.apply(each));
  }

  private static Stream<Object> boxed(LongStream stream) {
    return stream.mapToObj(each -> each);
  }

  private static Iterator<Object> iterator(LongStream stream) {
    return boxed(stream).iterator();
  }

  private static JavaArray toArray(Host host, LongStream stream) {
    return JavaArrays.of(Prim.LONG, Streams.kept(host, stream).boxed().toList());
  }
}
