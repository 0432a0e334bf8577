package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code IntStream}. */
final class IntStreamMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("empty", IntStream::empty)
          .varargs("of", int.class, IntStreamMethods::of)
          .metered("iterate", int.class, IntUnaryOperator.class, IntStreamMethods::iterate)
          .metered(
              "iterate",
              int.class,
              IntPredicate.class,
              IntUnaryOperator.class,
              (host, seed, has, next) -> Streams.metered(host, IntStream.iterate(seed, has, next)))
          .metered("generate", IntSupplier.class, IntStreamMethods::generate)
          .metered("range", int.class, int.class, IntStreamMethods::range)
          .metered("rangeClosed", int.class, int.class, IntStreamMethods::rangeClosed)
          .metered(
              "concat",
              IntStream.class,
              IntStream.class,
              (h, a, b) -> IntStream.concat(Streams.joined(h, a), b));

  static final ValueTable<IntStream> VALUE = ending(mapping(new ValueTable<>(IntStream.class)));

  private IntStreamMethods() {}

  private static ValueTable<IntStream> mapping(ValueTable<IntStream> table) {
    return table
        .on("filter", IntPredicate.class, IntStream::filter)
        .on("map", IntUnaryOperator.class, IntStream::map)
        .on("mapToObj", Kinds.INT_FUNCTION, IntStreamMethods::mapToObj)
        .on("mapToLong", IntToLongFunction.class, IntStream::mapToLong)
        .on("mapToDouble", IntToDoubleFunction.class, IntStream::mapToDouble)
        .on("asLongStream", IntStream::asLongStream)
        .on("asDoubleStream", IntStream::asDoubleStream)
        .on("flatMap", Kinds.INT_FUNCTION, IntStreamMethods::flatMap)
        .on("boxed", IntStreamMethods::boxed)
        .on("peek", IntConsumer.class, IntStream::peek)
        .on("limit", long.class, IntStream::limit)
        .on("skip", long.class, IntStream::skip)
        .on("takeWhile", IntPredicate.class, IntStream::takeWhile)
        .on("dropWhile", IntPredicate.class, IntStream::dropWhile)
        .metered("distinct", (host, s) -> Streams.kept(host, s).distinct())
        .metered("sorted", (host, s) -> Streams.kept(host, s).sorted())
        .on("sequential", IntStream::sequential)
        .on("unordered", IntStream::unordered)
        .on("parallel", Streams::parallel)
        .on("iterator", IntStreamMethods::iterator);
  }

  private static ValueTable<IntStream> ending(ValueTable<IntStream> table) {
    return table
        .act("forEach", IntConsumer.class, IntStream::forEach)
        .act("forEachOrdered", IntConsumer.class, IntStream::forEachOrdered)
        .metered("toArray", IntStreamMethods::toArray)
        .on("sum", IntStream::sum)
        .on("count", IntStream::count)
        .on("average", IntStream::average)
        .on("min", IntStream::min)
        .on("max", IntStream::max)
        .on("summaryStatistics", IntStream::summaryStatistics)
        .on("anyMatch", IntPredicate.class, IntStream::anyMatch)
        .on("allMatch", IntPredicate.class, IntStream::allMatch)
        .on("noneMatch", IntPredicate.class, IntStream::noneMatch)
        .on("findFirst", IntStream::findFirst)
        .on("findAny", IntStream::findFirst)
        .on("reduce", IntBinaryOperator.class, (s, f) -> s.reduce(f))
        .on("reduce", int.class, IntBinaryOperator.class, (s, zero, f) -> s.reduce(zero, f))
        .on(
            "collect",
            Kinds.SUPPLIER,
            Kinds.OBJ_INT_CONSUMER,
            Kinds.BI_CONSUMER,
            (s, made, add, both) -> s.collect(made, add, both));
  }

  private static IntStream of(Host host, List<Integer> values) {
    return Streams.metered(host, values.stream().mapToInt(Integer::intValue));
  }

  private static IntStream iterate(Host host, int seed, IntUnaryOperator next) {
    return Streams.metered(host, IntStream.iterate(seed, next));
  }

  private static IntStream generate(Host host, IntSupplier next) {
    return Streams.metered(host, IntStream.generate(next));
  }

  private static IntStream range(Host host, int from, int to) {
    return Streams.metered(host, IntStream.range(from, to));
  }

  private static IntStream rangeClosed(Host host, int from, int to) {
    return Streams.metered(host, IntStream.rangeClosed(from, to));
  }

  private static Stream<Object> mapToObj(IntStream stream, IntFunction<Object> function) {
    return stream.mapToObj(function);
  }

  private static IntStream flatMap(IntStream stream, IntFunction<Object> function) {
    return stream.flatMap(each -> (IntStream) function.apply(each));
  }

  private static Stream<Object> boxed(IntStream stream) {
    return stream.mapToObj(each -> each);
  }

  private static Iterator<Object> iterator(IntStream stream) {
    return boxed(stream).iterator();
  }

  private static JavaArray toArray(Host host, IntStream stream) {
    return JavaArrays.of(Prim.INT, Streams.kept(host, stream).boxed().toList());
  }
}
