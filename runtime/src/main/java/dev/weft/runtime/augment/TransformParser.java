package dev.weft.runtime.augment;

import dev.weft.dsl.Nearest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads calls such as {@code randomCrop(32).padding(4), randomHorizontalFlip()}. It calls the
 * factories of {@link Transforms} and the modifiers of what they return, so that a new one is known
 * here without a line.
 */
final class TransformParser {
  private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*\\(([^()]*)\\)\\s*");

  private final String text;
  private final Matcher call;
  private int at;

  TransformParser(String text) {
    this.text = text;
    this.call = CALL.matcher(text);
  }

  List<Transform> parse() {
    List<Transform> transforms = new ArrayList<>();
    if (text.isBlank()) {
      return transforms;
    }
    transforms.add(transform());
    while (at < text.length()) {
      expect(',');
      transforms.add(transform());
    }
    return transforms;
  }

  private Transform transform() {
    Transform transform = call(null, factories());
    while (at < text.length() && text.charAt(at) == '.') {
      at++;
      transform = call(transform, modifiers(transform.getClass()));
    }
    return transform;
  }

  private static List<Method> factories() {
    return Stream.of(Transforms.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .toList();
  }

  /** Methods that make another of the same kind. */
  private static List<Method> modifiers(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> method.getReturnType() == type && method.getParameterCount() > 0)
        .toList();
  }

  private Transform call(Transform target, List<Method> methods) {
    if (!call.find(at) || call.start() != at) {
      throw new IllegalArgumentException(
          "expected a transform such as randomCrop(32), found '" + rest() + "'");
    }
    String name = call.group(1);
    List<Method> named = methods.stream().filter(each -> each.getName().equals(name)).toList();
    if (named.isEmpty()) {
      throw unknown(name, methods);
    }
    double[] numbers = numbers(name, call.group(2));
    at = call.end();
    for (Method method : named) {
      Object[] arguments = arguments(method, numbers);
      if (arguments != null) {
        return invoke(method, target, arguments);
      }
    }
    throw new IllegalArgumentException(
        name + " takes no " + Arrays.toString(numbers).replaceAll("[\\[\\]]", "'"));
  }

  private static IllegalArgumentException unknown(String name, List<Method> methods) {
    TreeSet<String> names = new TreeSet<>(methods.stream().map(Method::getName).toList());
    return new IllegalArgumentException(
        "there is no '"
            + name
            + "' here"
            + (names.isEmpty() ? "" : "; " + Nearest.hint(name, names)));
  }

  private static double[] numbers(String name, String list) {
    if (list.isBlank()) {
      return new double[0];
    }
    try {
      return Stream.of(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name + ": expected numbers, found '" + list.strip() + "'", e);
    }
  }

  /** What to call a method with; null if it does not take such numbers. */
  private static Object[] arguments(Method method, double... numbers) {
    if (method.isVarArgs()) {
      return new Object[] {numbers};
    }
    Class<?>[] types = method.getParameterTypes();
    if (types.length != numbers.length) {
      return null;
    }
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i] == double.class) {
        arguments[i] = numbers[i];
      } else if (numbers[i] == (int) numbers[i]) {
        arguments[i] = (int) numbers[i];
      } else {
        return null;
      }
    }
    return arguments;
  }

  private static Transform invoke(Method method, Transform target, Object... arguments) {
    try {
      return (Transform) method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(e.getCause().getMessage(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a public method is not accessible", e);
    }
  }

  private void expect(char character) {
    if (text.charAt(at) != character) {
      throw new IllegalArgumentException("expected '" + character + "', found '" + rest() + "'");
    }
    at++;
  }

  private String rest() {
    return text.substring(at).strip();
  }
}
