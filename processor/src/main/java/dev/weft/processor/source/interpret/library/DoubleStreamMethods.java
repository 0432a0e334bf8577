package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** {@code DoubleStream}. */
final class DoubleStreamMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("empty", DoubleStream::empty)
          .varargs("of", double.class, DoubleStreamMethods::of)
          .metered("iterate", double.class, DoubleUnaryOperator.class, DoubleStreamMethods::iterate)
          .metered(
              "iterate",
              double.class,
              DoublePredicate.class,
              DoubleUnaryOperator.class,
              (host, seed, has, next) ->
                  Streams.metered(host, DoubleStream.iterate(seed, has, next)))
          .metered("generate", DoubleSupplier.class, DoubleStreamMethods::generate)
          .metered(
              "concat",
              DoubleStream.class,
              DoubleStream.class,
              (h, a, b) -> DoubleStream.concat(Streams.joined(h, a), b));

  static final ValueTable<DoubleStream> VALUE =
      ending(mapping(new ValueTable<>(DoubleStream.class)));

  private DoubleStreamMethods() {}

  private static ValueTable<DoubleStream> mapping(ValueTable<DoubleStream> table) {
    return table
        .on("filter", DoublePredicate.class, DoubleStream::filter)
        .on("map", DoubleUnaryOperator.class, DoubleStream::map)
        .on("mapToObj", Kinds.DOUBLE_FUNCTION, DoubleStreamMethods::mapToObj)
        .on("mapToInt", DoubleToIntFunction.class, DoubleStream::mapToInt)
        .on("mapToLong", DoubleToLongFunction.class, DoubleStream::mapToLong)
        .on("flatMap", Kinds.DOUBLE_FUNCTION, DoubleStreamMethods::flatMap)
        .on("boxed", DoubleStreamMethods::boxed)
        .on("peek", DoubleConsumer.class, DoubleStream::peek)
        .on("limit", long.class, DoubleStream::limit)
        .on("skip", long.class, DoubleStream::skip)
        .on("takeWhile", DoublePredicate.class, DoubleStream::takeWhile)
        .on("dropWhile", DoublePredicate.class, DoubleStream::dropWhile)
        .metered("distinct", (host, s) -> Streams.kept(host, s).distinct())
        .metered("sorted", (host, s) -> Streams.kept(host, s).sorted())
        .on("sequential", DoubleStream::sequential)
        .on("unordered", DoubleStream::unordered)
        .on("parallel", Streams::parallel)
        .on("iterator", DoubleStreamMethods::iterator);
  }

  private static ValueTable<DoubleStream> ending(ValueTable<DoubleStream> table) {
    return table
        .act("forEach", DoubleConsumer.class, DoubleStream::forEach)
        .act("forEachOrdered", DoubleConsumer.class, DoubleStream::forEachOrdered)
        .metered("toArray", DoubleStreamMethods::toArray)
        .on("sum", DoubleStream::sum)
        .on("count", DoubleStream::count)
        .on("average", DoubleStream::average)
        .on("min", DoubleStream::min)
        .on("max", DoubleStream::max)
        .on("summaryStatistics", DoubleStream::summaryStatistics)
        .on("anyMatch", DoublePredicate.class, DoubleStream::anyMatch)
        .on("allMatch", DoublePredicate.class, DoubleStream::allMatch)
        .on("noneMatch", DoublePredicate.class, DoubleStream::noneMatch)
        .on("findFirst", DoubleStream::findFirst)
        .on("findAny", DoubleStream::findFirst)
        .on("reduce", DoubleBinaryOperator.class, (s, f) -> s.reduce(f))
        .on("reduce", double.class, DoubleBinaryOperator.class, (s, zero, f) -> s.reduce(zero, f))
        .on(
            "collect",
            Kinds.SUPPLIER,
            Kinds.OBJ_DOUBLE_CONSUMER,
            Kinds.BI_CONSUMER,
            (s, made, add, both) -> s.collect(made, add, both));
  }

  private static DoubleStream of(Host host, List<Double> values) {
    return Streams.metered(host, values.stream().mapToDouble(Double::doubleValue));
  }

  private static DoubleStream iterate(Host host, double seed, DoubleUnaryOperator next) {
    return Streams.metered(host, DoubleStream.iterate(seed, next));
  }

  private static DoubleStream generate(Host host, DoubleSupplier next) {
    return Streams.metered(host, DoubleStream.generate(next));
  }

  private static Stream<Object> mapToObj(DoubleStream stream, DoubleFunction<Object> function) {
    return stream.mapToObj(function);
  }

  private static DoubleStream flatMap(DoubleStream stream, DoubleFunction<Object> function) {
    return stream.flatMap(each -> (DoubleStream) function.apply(each));
  }

  private static Stream<Object> boxed(DoubleStream stream) {
    return stream.mapToObj(each -> each);
  }

  private static Iterator<Object> iterator(DoubleStream stream) {
    return boxed(stream).iterator();
  }

  private static JavaArray toArray(Host host, DoubleStream stream) {
    return JavaArrays.of(Prim.DOUBLE, Streams.kept(host, stream).boxed().toList());
  }
}
