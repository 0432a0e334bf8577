package dev.weft.processor.source.interpret.library;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** The static methods of {@code Objects}. */
final class ObjectsMethods {
  static final StaticTable STATIC =
      new StaticTable()
          .on("equals", Object.class, Object.class, Objects::equals)
          .varargs("hash", Object.class, (host, all) -> Hashes.of(Arrays.asList(all.toArray())))
          .on("hashCode", Object.class, Hashes::of)
          .metered("toString", Object.class, Texts::of)
          .metered(
              "toString",
              Object.class,
              String.class,
              (host, value, other) -> value == null ? other : Texts.of(host, value))
          .on("isNull", Object.class, Objects::isNull)
          .on("nonNull", Object.class, Objects::nonNull)
          .on("requireNonNull", Object.class, value -> Objects.requireNonNull(value))
          .on("requireNonNull", Object.class, String.class, Objects::requireNonNull)
          .on("requireNonNull", Object.class, Kinds.SUPPLIER, ObjectsMethods::required)
          .on("requireNonNullElse", Object.class, Object.class, Objects::requireNonNullElse)
          .on("requireNonNullElseGet", Object.class, Kinds.SUPPLIER, ObjectsMethods::elseGet)
          .on("checkIndex", int.class, int.class, (i, n) -> Objects.checkIndex((int) i, (int) n))
          .on(
              "compare",
              Object.class,
              Object.class,
              Kinds.COMPARATOR,
              (one, other, order) -> Objects.compare(one, other, order));

  private ObjectsMethods() {}

  private static Object required(Object value, Supplier<Object> message) {
    return Objects.requireNonNull(value, () -> (String) message.get());
  }

  private static Object elseGet(Object value, Supplier<Object> other) {
    return Objects.requireNonNullElseGet(value, other);
  }
}
