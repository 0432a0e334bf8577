package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Closure.FunctionalMethod;
import dev.weft.processor.source.value.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;

/** The methods of functional interfaces: the one that the lambda is, and the default ones. */
final class FunctionMethods {
  static final StaticTable FUNCTION = identity(Kinds.FUNCTION);
  static final StaticTable UNARY = identity(Kinds.UNARY_OPERATOR);
  static final StaticTable INT_UNARY = identity(IntUnaryOperator.class);
  static final StaticTable LONG_UNARY = identity(LongUnaryOperator.class);
  static final StaticTable DOUBLE_UNARY = identity(DoubleUnaryOperator.class);

  static final StaticTable BINARY =
      new StaticTable()
          .on("minBy", Kinds.COMPARATOR, order -> choice(order, -1))
          .on("maxBy", Kinds.COMPARATOR, order -> choice(order, 1));

  static final StaticTable PREDICATE =
      new StaticTable()
          .on("not", Kinds.PREDICATE, p -> of(Kinds.PREDICATE, a -> !p.test(a.get(0))))
          .on("isEqual", Object.class, FunctionMethods::isEqual);

  private FunctionMethods() {}

  private static StaticTable identity(Class<?> type) {
    return new StaticTable().on("identity", () -> of(type, arguments -> arguments.get(0)));
  }

  private static Closure of(Class<?> type, Function<List<Object>, Object> body) {
    FunctionalMethod method = Functions.method(type).orElseThrow();
    int arity = method.parameters().size();
    return new Closure(arity, (arguments, types) -> body.apply(arguments), method);
  }

  private static Closure choice(Comparator<Object> order, int sign) {
    Objects.requireNonNull(order);
    return of(
        Kinds.BINARY_OPERATOR,
        pair -> order.compare(pair.get(0), pair.get(1)) * sign >= 0 ? pair.get(0) : pair.get(1));
  }

  private static Closure isEqual(Object value) {
    return of(Kinds.PREDICATE, arguments -> Objects.equals(value, arguments.get(0)));
  }

  /** The result of a method of a lambda's, or {@link JdkLibrary#UNKNOWN}. */
  static Object call(Host host, Closure self, String name, List<Object> arguments) {
    if (self.isCalledBy(name)) {
      return self.call(arguments);
    }
    if (self.method().name().equals("compare")) {
      Object order = new Comparators.Order(Comparators.order(self));
      return Comparators.VALUE.call(host, name, with(order, arguments));
    }
    if (arguments.isEmpty() && name.equals("negate") && self.method().name().equals("test")) {
      return derived(self, all -> !(Boolean) self.call(all));
    }
    return arguments.size() == 1 && arguments.get(0) instanceof Closure other
        ? combined(self, name, other)
        : JdkLibrary.UNKNOWN;
  }

  private static List<Object> with(Object order, List<Object> arguments) {
    List<Object> all = new ArrayList<>(Collections.singletonList(order));
    all.addAll(arguments);
    return all;
  }

  private static Object combined(Closure self, String name, Closure given) {
    String own = self.method().name();
    Closure other = own.equals("apply") ? given : given.as(self.method());
    return switch (name) {
      case "andThen" ->
          own.equals("accept")
              ? derived(self, all -> both(self, other, all))
              : derived(self, own.equals("apply"), all -> other.call(one(self.call(all))));
      case "compose" ->
          own.startsWith("apply")
              ? derived(self, own.equals("apply"), all -> self.call(one(other.call(all))))
              : JdkLibrary.UNKNOWN;
      case "and" -> derived(self, all -> (Boolean) self.call(all) && (Boolean) other.call(all));
      case "or" -> derived(self, all -> (Boolean) self.call(all) || (Boolean) other.call(all));
      default -> JdkLibrary.UNKNOWN;
    };
  }

  private static Object both(Closure self, Closure other, List<Object> arguments) {
    self.call(arguments);
    return other.call(arguments);
  }

  private static List<Object> one(Object value) {
    return Arrays.asList(value);
  }

  private static Closure derived(Closure self, Function<List<Object>, Object> body) {
    return derived(self, false, body);
  }

  /** A function of the same kind, between other types if these are type arguments. */
  private static Closure derived(
      Closure self, boolean isGeneric, Function<List<Object>, Object> body) {
    FunctionalMethod method = self.method();
    int arity = method.parameters().size();
    FunctionalMethod ofAny =
        new FunctionalMethod(
            method.type(), method.name(), Collections.nCopies(arity, ValueType.ANY), ValueType.ANY);
    return new Closure(
        arity, (arguments, types) -> body.apply(arguments), isGeneric ? ofAny : method);
  }
}
