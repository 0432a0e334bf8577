package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The methods of one type of the JDK by name, with an entry for each overload. */
abstract class Table {
  /** What a method does; the first argument of an instance method is its receiver. */
  interface Body {
    Object run(Host host, Object[] arguments);
  }

  /** An overload. The last of its parameters may stand for any number of arguments. */
  private record Method(List<Class<?>> parameters, boolean isVarargs, Body body) {
    private static final int VARARGS = 1000;

    int distance(List<Object> arguments) {
      int fixed = isVarargs ? parameters.size() - 1 : parameters.size();
      if (isSpread(arguments)) {
        return distance(arguments.subList(0, fixed), fixed);
      }
      if (isVarargs ? arguments.size() < fixed : arguments.size() != fixed) {
        return Arguments.NONE;
      }
      int sum = distance(arguments, arguments.size());
      return isVarargs && sum != Arguments.NONE ? sum + VARARGS : sum;
    }

    /** Whether an array takes the place of any number of arguments. */
    private boolean isSpread(List<Object> arguments) {
      return isVarargs
          && arguments.size() == parameters.size()
          && arguments.get(arguments.size() - 1) instanceof JavaArray array
          && Arguments.isArrayOf(array, parameters.get(parameters.size() - 1));
    }

    private int distance(List<Object> arguments, int count) {
      int sum = 0;
      for (int i = 0; i < count; i++) {
        int each = Arguments.distance(arguments.get(i), parameter(i));
        if (each == Arguments.NONE) {
          return Arguments.NONE;
        }
        sum += each;
      }
      return sum;
    }

    private Class<?> parameter(int index) {
      return parameters.get(Math.min(index, parameters.size() - 1));
    }

    Object[] converted(List<Object> arguments) {
      Object[] all = new Object[parameters.size()];
      int fixed = isVarargs ? all.length - 1 : all.length;
      for (int i = 0; i < fixed; i++) {
        all[i] = Arguments.converted(arguments.get(i), parameters.get(i));
      }
      if (isVarargs) {
        List<Object> rest =
            isSpread(arguments)
                ? Arrays.asList(((JavaArray) arguments.get(fixed)).toArray())
                : arguments.subList(fixed, arguments.size());
        List<Object> converted = new ArrayList<>();
        rest.forEach(each -> converted.add(Arguments.converted(each, parameters.get(fixed))));
        all[fixed] = converted;
      }
      return all;
    }

    String signature(String name, int hidden) {
      String types =
          parameters.stream()
              .skip(hidden)
              .map(type -> type == JavaArray.class ? "array" : type.getSimpleName())
              .collect(Collectors.joining(", "));
      return name + "(" + types + (isVarargs ? "..." : "") + ")";
    }
  }

  private final Map<String, List<Method>> methods = new LinkedHashMap<>();
  private final Set<String> constantTime = new TreeSet<>();

  /** Adds an overload. */
  final void add(String name, List<Class<?>> parameters, boolean isVarargs, Body body) {
    methods
        .computeIfAbsent(name, each -> new ArrayList<>())
        .add(new Method(parameters, isVarargs, body));
  }

  /** The methods of these names take no longer for a longer receiver. */
  final void addConstantTime(String... names) {
    constantTime.addAll(List.of(names));
  }

  /** The method's result for these arguments, or {@link JdkLibrary#UNKNOWN}. */
  final Object call(Host host, String name, List<Object> arguments) {
    Method best = null;
    int least = Integer.MAX_VALUE;
    for (Method each : methods.getOrDefault(name, List.of())) {
      int distance = each.distance(arguments);
      if (distance != Arguments.NONE && distance < least) {
        best = each;
        least = distance;
      }
    }
    if (best == null) {
      return JdkLibrary.UNKNOWN;
    }
    int skipped = constantTime.contains(name) ? 1 : 0;
    for (int i = skipped; i < arguments.size(); i++) {
      Costs.charge(arguments.get(i), host);
    }
    return best.body().run(host, best.converted(arguments));
  }

  /** The names of all methods. */
  final Set<String> names() {
    return methods.keySet();
  }

  /** How the methods of a name are called, without their first {@code hidden} parameters. */
  final List<String> signatures(String name, int hidden) {
    return methods.getOrDefault(name, List.of()).stream()
        .map(method -> method.signature(name, hidden))
        .toList();
  }
}
