package dev.weft.processor.source.interpret.library;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** {@code Optional} and its kin. */
final class OptionalMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("empty", Optional::empty)
          .on("of", Object.class, Optional::of)
          .on("ofNullable", Object.class, Optional::ofNullable);

  static final StaticTable INT_STATIC =
      new StaticTable().on("empty", OptionalInt::empty).on("of", int.class, OptionalInt::of);

  static final StaticTable LONG_STATIC =
      new StaticTable().on("empty", OptionalLong::empty).on("of", long.class, OptionalLong::of);

  static final StaticTable DOUBLE_STATIC =
      new StaticTable()
          .on("empty", OptionalDouble::empty)
          .on("of", double.class, OptionalDouble::of);

  static final ValueTable<Optional<Object>> VALUE =
      new ValueTable<>(Kinds.OPTIONAL)
          .on("isPresent", Optional::isPresent)
          .on("isEmpty", Optional::isEmpty)
          .on("get", Optional::get)
          .on("orElse", Object.class, Optional::orElse)
          .on("orElseGet", Kinds.SUPPLIER, (o, other) -> o.orElseGet(other))
          .on("orElseThrow", o -> o.orElseThrow())
          .on("orElseThrow", Kinds.SUPPLIER, (o, thrown) -> o.orElseThrow(() -> thrown(thrown)))
          .on("or", Kinds.SUPPLIER, (o, other) -> o.or(() -> optional(other.get())))
          .on("map", Kinds.FUNCTION, (o, f) -> o.map(f))
          .on("flatMap", Kinds.FUNCTION, OptionalMethods::flatMap)
          .on("filter", Kinds.PREDICATE, Optional::filter)
          .act("ifPresent", Kinds.CONSUMER, Optional::ifPresent)
          .metered("stream", (host, o) -> Streams.metered(host, o.stream()))
          .on(
              "ifPresentOrElse",
              Kinds.CONSUMER,
              Runnable.class,
              (o, then, otherwise) -> {
                o.ifPresentOrElse(then, otherwise);
                return null;
              });

  static final ValueTable<OptionalInt> INT =
      new ValueTable<>(OptionalInt.class)
          .on("isPresent", OptionalInt::isPresent)
          .on("isEmpty", OptionalInt::isEmpty)
          .on("getAsInt", OptionalInt::getAsInt)
          .on("orElse", int.class, OptionalInt::orElse)
          .on("orElseGet", IntSupplier.class, OptionalInt::orElseGet)
          .on("orElseThrow", o -> o.orElseThrow())
          .on("orElseThrow", Kinds.SUPPLIER, (o, thrown) -> o.orElseThrow(() -> thrown(thrown)))
          .act("ifPresent", IntConsumer.class, OptionalInt::ifPresent)
          .metered("stream", (host, o) -> Streams.metered(host, o.stream()));

  static final ValueTable<OptionalLong> LONG =
      new ValueTable<>(OptionalLong.class)
          .on("isPresent", OptionalLong::isPresent)
          .on("isEmpty", OptionalLong::isEmpty)
          .on("getAsLong", OptionalLong::getAsLong)
          .on("orElse", long.class, OptionalLong::orElse)
          .on("orElseGet", LongSupplier.class, OptionalLong::orElseGet)
          .on("orElseThrow", o -> o.orElseThrow())
          .on("orElseThrow", Kinds.SUPPLIER, (o, thrown) -> o.orElseThrow(() -> thrown(thrown)))
          .act("ifPresent", LongConsumer.class, OptionalLong::ifPresent)
          .metered("stream", (host, o) -> Streams.metered(host, o.stream()));

  static final ValueTable<OptionalDouble> DOUBLE =
      new ValueTable<>(OptionalDouble.class)
          .on("isPresent", OptionalDouble::isPresent)
          .on("isEmpty", OptionalDouble::isEmpty)
          .on("getAsDouble", OptionalDouble::getAsDouble)
          .on("orElse", double.class, OptionalDouble::orElse)
          .on("orElseGet", DoubleSupplier.class, OptionalDouble::orElseGet)
          .on("orElseThrow", o -> o.orElseThrow())
          .on("orElseThrow", Kinds.SUPPLIER, (o, thrown) -> o.orElseThrow(() -> thrown(thrown)))
          .act("ifPresent", DoubleConsumer.class, OptionalDouble::ifPresent)
          .metered("stream", (host, o) -> Streams.metered(host, o.stream()));

  private OptionalMethods() {}

  private static Optional<Object> flatMap(
      Optional<Object> optional, Function<Object, Object> function) {
    return optional.flatMap(each -> optional(function.apply(each)));
  }

  static RuntimeException thrown(Supplier<Object> exception) {
    return new Thrown((ExceptionValue) exception.get());
  }

  private static Optional<Object> optional(Object value) {
    return Kinds.OPTIONAL.cast(value);
  }
}
