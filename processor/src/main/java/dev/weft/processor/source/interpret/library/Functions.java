package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Closure.FunctionalMethod;
import dev.weft.processor.source.value.ValueType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.ObjLongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Interpreted lambdas as the functions that the JDK's methods take. */
final class Functions {
  private static final Map<Class<?>, Optional<FunctionalMethod>> METHODS =
      new ConcurrentHashMap<>();

  private Functions() {}

  /** Whether a closure can be a value of that type. */
  static boolean fits(Closure closure, Class<?> type) {
    Optional<FunctionalMethod> method = method(type);
    return method.isPresent()
        && (closure.arity() < 0 || closure.arity() == method.get().parameters().size())
        && (closure.method() == null || closure.method().name().equals(method.get().name()));
  }

  /** The one abstract method of a functional interface. */
  static Optional<FunctionalMethod> method(Class<?> type) {
    return METHODS.computeIfAbsent(type, Functions::find);
  }

  private static Optional<FunctionalMethod> find(Class<?> type) {
    boolean isKnown =
        type == Comparator.class
            || type == Runnable.class
            || type.getPackageName().equals("java.util.function");
    return isKnown
        ? Arrays.stream(type.getMethods())
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .filter(method -> !method.getName().equals("equals"))
            .findFirst()
            .map(Functions::signature)
        : Optional.empty();
  }

  private static FunctionalMethod signature(Method method) {
    return new FunctionalMethod(
        null,
        method.getName(),
        Arrays.stream(method.getParameterTypes()).map(Functions::valueType).toList(),
        valueType(method.getReturnType()));
  }

  private static ValueType valueType(Class<?> type) {
    return type.isPrimitive() && type != void.class
        ? ValueType.primitive(Arguments.prim(type))
        : ValueType.ANY;
  }

  private static Object call(Closure closure, Object... arguments) {
    return closure.call(Arrays.asList(arguments));
  }

  /** A function of that type that calls the closure. */
  static Object adapted(Closure closure, Class<?> type) {
    Closure c = closure.as(method(type).orElseThrow());
    return switch (type.getSimpleName()) {
      case "Runnable" -> (Runnable) () -> call(c);
      case "Supplier" -> (Supplier<Object>) () -> call(c);
      case "BooleanSupplier" -> (BooleanSupplier) () -> (Boolean) call(c);
      case "IntSupplier" -> (IntSupplier) () -> (Integer) call(c);
      case "LongSupplier" -> (LongSupplier) () -> (Long) call(c);
      case "DoubleSupplier" -> (DoubleSupplier) () -> (Double) call(c);
      case "Consumer" -> (Consumer<Object>) a -> call(c, a);
      case "IntConsumer" -> (IntConsumer) a -> call(c, a);
      case "LongConsumer" -> (LongConsumer) a -> call(c, a);
      case "DoubleConsumer" -> (DoubleConsumer) a -> call(c, a);
      case "BiConsumer" -> (BiConsumer<Object, Object>) (a, b) -> call(c, a, b);
      case "Predicate" -> (Predicate<Object>) a -> (Boolean) call(c, a);
      case "IntPredicate" -> (IntPredicate) a -> (Boolean) call(c, a);
      case "LongPredicate" -> (LongPredicate) a -> (Boolean) call(c, a);
      case "DoublePredicate" -> (DoublePredicate) a -> (Boolean) call(c, a);
      case "BiPredicate" -> (BiPredicate<Object, Object>) (a, b) -> (Boolean) call(c, a, b);
      case "Function" -> (Function<Object, Object>) a -> call(c, a);
      case "BiFunction" -> (BiFunction<Object, Object, Object>) (a, b) -> call(c, a, b);
      case "UnaryOperator" -> (UnaryOperator<Object>) a -> call(c, a);
      case "BinaryOperator" -> (BinaryOperator<Object>) (a, b) -> call(c, a, b);
      case "IntFunction" -> (IntFunction<Object>) a -> call(c, a);
      case "LongFunction" -> (LongFunction<Object>) a -> call(c, a);
      case "DoubleFunction" -> (DoubleFunction<Object>) a -> call(c, a);
      case "IntUnaryOperator" -> (IntUnaryOperator) a -> (Integer) call(c, a);
      case "LongUnaryOperator" -> (LongUnaryOperator) a -> (Long) call(c, a);
      case "DoubleUnaryOperator" -> (DoubleUnaryOperator) a -> (Double) call(c, a);
      case "IntBinaryOperator" -> (IntBinaryOperator) (a, b) -> (Integer) call(c, a, b);
      case "LongBinaryOperator" -> (LongBinaryOperator) (a, b) -> (Long) call(c, a, b);
      case "DoubleBinaryOperator" -> (DoubleBinaryOperator) (a, b) -> (Double) call(c, a, b);
      case "ToIntFunction" -> (ToIntFunction<Object>) a -> (Integer) call(c, a);
      case "ToLongFunction" -> (ToLongFunction<Object>) a -> (Long) call(c, a);
      case "ToDoubleFunction" -> (ToDoubleFunction<Object>) a -> (Double) call(c, a);
      case "ToIntBiFunction" -> (ToIntBiFunction<Object, Object>) (a, b) -> (Integer) call(c, a, b);
      case "ToLongBiFunction" -> (ToLongBiFunction<Object, Object>) (a, b) -> (Long) call(c, a, b);
      case "ToDoubleBiFunction" ->
          (ToDoubleBiFunction<Object, Object>) (a, b) -> (Double) call(c, a, b);
      case "IntToLongFunction" -> (IntToLongFunction) a -> (Long) call(c, a);
      case "IntToDoubleFunction" -> (IntToDoubleFunction) a -> (Double) call(c, a);
      case "LongToIntFunction" -> (LongToIntFunction) a -> (Integer) call(c, a);
      case "LongToDoubleFunction" -> (LongToDoubleFunction) a -> (Double) call(c, a);
      case "DoubleToIntFunction" -> (DoubleToIntFunction) a -> (Integer) call(c, a);
      case "DoubleToLongFunction" -> (DoubleToLongFunction) a -> (Long) call(c, a);
      case "ObjIntConsumer" -> (ObjIntConsumer<Object>) (a, b) -> call(c, a, b);
      case "ObjLongConsumer" -> (ObjLongConsumer<Object>) (a, b) -> call(c, a, b);
      case "ObjDoubleConsumer" -> (ObjDoubleConsumer<Object>) (a, b) -> call(c, a, b);
      case "Comparator" -> (Comparator<Object>) (a, b) -> (Integer) call(c, a, b);
      default -> throw new IllegalStateException("no adapter for " + type);
    };
  }
}
