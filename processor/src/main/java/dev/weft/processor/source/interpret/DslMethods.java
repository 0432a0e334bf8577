package dev.weft.processor.source.interpret;

import dev.weft.dsl.Layer;
import dev.weft.processor.source.value.ClassLiteral;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Closure.FunctionalMethod;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The factories and modifiers of the DSL by name, and their arguments as reflection needs them. */
final class DslMethods {
  /** What arguments cost that a method does not take. */
  static final int NOT_APPLICABLE = -1;

  private static final int VARARGS = 1000;

  /** Reflection copies a class's methods each time that it is asked for them. */
  private static final ClassValue<Map<String, List<Method>>> CALLABLE =
      new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
          return Arrays.stream(type.getMethods())
              .filter(method -> method.getDeclaringClass().getPackage() == type.getPackage())
              .filter(method -> !method.isBridge() && !method.isSynthetic())
              .collect(Collectors.groupingBy(Method::getName));
        }
      };

  /** What the DSL takes functions as. */
  private static final FunctionalMethod INT_FUNCTION =
      new FunctionalMethod(null, "apply", List.of(ValueType.primitive(Prim.INT)), ValueType.ANY);

  private DslMethods() {}

  /** The public methods that a declaration may call. */
  static Stream<Method> of(Class<?> type, boolean isStatic) {
    return CALLABLE.get(type).values().stream()
        .flatMap(List::stream)
        .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic);
  }

  /** The method that takes these arguments with the fewest conversions. */
  static Optional<Method> find(
      Class<?> type, boolean isStatic, String name, List<Object> arguments) {
    Method best = null;
    int least = Integer.MAX_VALUE;
    for (Method method : CALLABLE.get(type).getOrDefault(name, List.of())) {
      int cost = cost(method, arguments);
      if (Modifier.isStatic(method.getModifiers()) == isStatic
          && cost != NOT_APPLICABLE
          && cost < least) {
        best = method;
        least = cost;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a method of that name takes a layer as the argument of that index. */
  static boolean takesLayer(Class<?> type, boolean isStatic, String name, int index) {
    return CALLABLE.get(type).getOrDefault(name, List.of()).stream()
        .filter(method -> Modifier.isStatic(method.getModifiers()) == isStatic)
        .anyMatch(method -> takesLayer(method, index));
  }

  /** Whether a method takes a layer as the argument of that index. */
  static boolean takesLayer(Method method, int index) {
    Class<?>[] types = method.getParameterTypes();
    int last = types.length - 1;
    if (method.isVarArgs() && index >= last) {
      return types[last].getComponentType() == Layer.class;
    }
    return index <= last && types[index] == Layer.class;
  }

  /** How many conversions a method needs for these arguments. */
  static int cost(Method method, List<Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    if (types.length == arguments.size()) {
      int cost = cost(types, arguments);
      if (cost != NOT_APPLICABLE) {
        return cost;
      }
    }
    if (!method.isVarArgs() || arguments.size() < types.length - 1) {
      return NOT_APPLICABLE;
    }
    int cost = cost(spread(types, arguments.size()), arguments);
    return cost == NOT_APPLICABLE ? NOT_APPLICABLE : cost + VARARGS;
  }

  private static int cost(Class<?>[] types, List<Object> arguments) {
    int sum = 0;
    for (int i = 0; i < types.length; i++) {
      int cost = cost(types[i], arguments.get(i));
      if (cost == NOT_APPLICABLE) {
        return NOT_APPLICABLE;
      }
      sum += cost;
    }
    return sum;
  }

  /** Whether a parameter of this type takes a value. */
  static boolean takes(Class<?> type, Object argument) {
    return cost(type, argument) != NOT_APPLICABLE;
  }

  private static int cost(Class<?> type, Object argument) {
    if (type.isPrimitive()) {
      Prim from = Prim.of(argument);
      Prim to = prim(type);
      return from != null && from.widensTo(to) ? to.ordinal() - from.ordinal() : NOT_APPLICABLE;
    }
    if (argument instanceof JavaArray array) {
      return type.isArray() && holdsOnly(array, type.getComponentType()) ? 0 : NOT_APPLICABLE;
    }
    if (argument instanceof Closure) {
      return type == IntFunction.class ? 0 : NOT_APPLICABLE;
    }
    if (argument instanceof ClassLiteral) {
      return type == Class.class ? 0 : NOT_APPLICABLE;
    }
    return argument == null || type.isInstance(argument) ? 0 : NOT_APPLICABLE;
  }

  private static boolean holdsOnly(JavaArray array, Class<?> type) {
    return type.isPrimitive()
        ? array.component().equals(ValueType.primitive(prim(type)))
        : !array.component().isPrimitive()
            && Arrays.stream(array.toArray()).allMatch(e -> e == null || type.isInstance(e));
  }

  static Prim prim(Class<?> type) {
    return Prim.valueOf(type.getName().toUpperCase(Locale.ROOT));
  }

  private static Class<?>[] spread(Class<?>[] types, int count) {
    Class<?>[] all = Arrays.copyOf(types, count);
    Class<?> component = types[types.length - 1].getComponentType();
    Arrays.fill(all, types.length - 1, count, component);
    return all;
  }

  /** The arguments as {@link Method#invoke} takes them. */
  static Object[] arguments(Method method, List<Object> arguments) {
    Class<?>[] types = method.getParameterTypes();
    Object[] all = new Object[types.length];
    boolean isSpread = types.length != arguments.size() || cost(types, arguments) == NOT_APPLICABLE;
    int fixed = isSpread ? types.length - 1 : types.length;
    for (int i = 0; i < fixed; i++) {
      all[i] = argument(types[i], arguments.get(i));
    }
    if (isSpread) {
      Class<?> component = types[fixed].getComponentType();
      all[fixed] = array(component, arguments.subList(fixed, arguments.size()));
    }
    return all;
  }

  private static Object argument(Class<?> type, Object argument) {
    if (type.isPrimitive()) {
      return prim(type).cast(argument);
    }
    if (argument instanceof JavaArray array) {
      return array(type.getComponentType(), Arrays.asList(array.toArray()));
    }
    return argument instanceof Closure closure ? function(closure) : argument;
  }

  private static Object array(Class<?> component, List<Object> values) {
    Object array = Array.newInstance(component, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, argument(component, values.get(i)));
    }
    return array;
  }

  private static IntFunction<Object> function(Closure closure) {
    Closure target = closure.as(INT_FUNCTION);
    return index -> {
      Object made = target.call(List.of(index));
      if (made != null && !(made instanceof Layer)) {
        throw new NoLayer();
      }
      return made;
    };
  }

  /** A lambda that the DSL calls makes something other than a layer. */
  static final class NoLayer extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
