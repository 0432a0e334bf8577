package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Closure;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** {@code Comparator}: its static methods, and those that derive one from another. */
final class Comparators {
  static final StaticTable STATIC =
      new StaticTable()
          .metered("naturalOrder", host -> closure(Natural.order(host)))
          .metered("reverseOrder", host -> closure(Natural.order(host).reversed()))
          .metered("comparing", Kinds.FUNCTION, (host, key) -> by(key, Natural.order(host)))
          .on("comparing", Kinds.FUNCTION, Kinds.COMPARATOR, Comparators::by)
          .on("comparingInt", Kinds.TO_INT_FUNCTION, key -> closure(Comparator.comparingInt(key)))
          .on("comparingLong", Kinds.TO_LONG_FUNCTION, k -> closure(Comparator.comparingLong(k)))
          .on(
              "comparingDouble",
              Kinds.TO_DOUBLE_FUNCTION,
              key -> closure(Comparator.comparingDouble(key)))
          .on("nullsFirst", Kinds.COMPARATOR, order -> closure(Comparator.nullsFirst(order)))
          .on("nullsLast", Kinds.COMPARATOR, order -> closure(Comparator.nullsLast(order)));

  /** A comparator as it stands before one of its own methods; the table holds no closures. */
  record Order(Comparator<Object> order) {}

  static final ValueTable<Order> VALUE =
      new ValueTable<>(Order.class)
          .on("reversed", self -> closure(self.order.reversed()))
          .metered("thenComparing", Kinds.FUNCTION, Comparators::thenBy)
          .on("thenComparing", Kinds.COMPARATOR, Comparators::then)
          .on(
              "thenComparing",
              Kinds.FUNCTION,
              Kinds.COMPARATOR,
              (self, key, order) -> closure(self.order.thenComparing(key, order)))
          .on("thenComparingInt", Kinds.TO_INT_FUNCTION, Comparators::thenInt)
          .on("thenComparingLong", Kinds.TO_LONG_FUNCTION, Comparators::thenLong)
          .on("thenComparingDouble", Kinds.TO_DOUBLE_FUNCTION, Comparators::thenDouble);

  private Comparators() {}

  /** An order of the JDK's as the interpreter has functions. */
  static Closure closure(Comparator<Object> order) {
    return new Closure(
        2,
        (arguments, types) -> order.compare(arguments.get(0), arguments.get(1)),
        Functions.method(Comparator.class).orElseThrow());
  }

  /** The order that a function of the interpreter's defines. */
  @SuppressWarnings("unchecked")
  static Comparator<Object> order(Closure closure) {
    return (Comparator<Object>) Functions.adapted(closure, Comparator.class);
  }

  private static Closure by(Function<Object, Object> key, Comparator<Object> order) {
    return closure(Comparator.comparing(key, order));
  }

  private static Closure then(Order self, Comparator<Object> next) {
    return closure(self.order.thenComparing(next));
  }

  private static Closure thenBy(Host host, Order self, Function<Object, Object> key) {
    return closure(self.order.thenComparing(key, Natural.order(host)));
  }

  private static Closure thenInt(Order self, ToIntFunction<Object> key) {
    return closure(self.order.thenComparingInt(key));
  }

  private static Closure thenLong(Order self, ToLongFunction<Object> key) {
    return closure(self.order.thenComparingLong(key));
  }

  private static Closure thenDouble(Order self, ToDoubleFunction<Object> key) {
    return closure(self.order.thenComparingDouble(key));
  }

  static Closure ofKeys(Comparator<Object> order) {
    Objects.requireNonNull(order);
    return closure((a, b) -> order.compare(entry(a).getKey(), entry(b).getKey()));
  }

  static Closure ofValues(Comparator<Object> order) {
    Objects.requireNonNull(order);
    return closure((a, b) -> order.compare(entry(a).getValue(), entry(b).getValue()));
  }

  private static Map.Entry<?, ?> entry(Object value) {
    return (Map.Entry<?, ?>) value;
  }
}
