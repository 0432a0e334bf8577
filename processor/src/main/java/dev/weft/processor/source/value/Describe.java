package dev.weft.processor.source.value;

import dev.weft.dsl.Layer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.BaseStream;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Values as messages show them: short, and as one would write them. */
public final class Describe {
  private static final int MOST_ELEMENTS = 6;
  private static final int LONGEST = 40;
  private static final int DEEPEST = 3;

  /** The types of values that are known by more than one class. */
  private static final List<Class<?>> KINDS =
      List.of(String.class, Layer.class, List.class, Set.class, Map.class, Collection.class);

  private Describe() {}

  /** A call with its arguments' values: {@code block(128, 2)}. */
  public static String call(String name, List<Object> arguments) {
    return arguments.stream()
        .map(Describe::value)
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  /** A type's name behind its article: {@code an int}. */
  public static String withArticle(String type) {
    return ("aeiouAEIOU".indexOf(type.charAt(0)) < 0 ? "a " : "an ") + type;
  }

  /** A value behind its type: {@code a long: 8L}. */
  public static String typed(Object value) {
    if (value instanceof Closure) {
      return "a lambda";
    }
    String type = type(value);
    return type == null ? value(value) : withArticle(type) + ": " + value(value);
  }

  /** The type of a value by the name that one knows it by; null if the value says it all. */
  private static String type(Object value) {
    if (value instanceof JavaArray array) {
      return array.component() + "[]";
    }
    Prim prim = Prim.of(value);
    return prim != null
        ? prim.toString()
        : KINDS.stream()
            .filter(kind -> kind.isInstance(value))
            .map(Class::getSimpleName)
            .findFirst()
            .orElse(null);
  }

  /** One value. */
  public static String value(Object value) {
    return value(value, 0);
  }

  private static String value(Object value, int depth) {
    String text = depth > DEEPEST ? "..." : full(value, depth);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  /** Runs no code of the author's, so that every value can be shown in a message. */
  private static String full(Object value, int depth) {
    if (Prim.of(value) != null || value instanceof String) {
      return Literals.of(value);
    }
    if (value instanceof Layer layer) {
      return layer.kind();
    }
    if (value instanceof Closure) {
      return "->";
    }
    if (value instanceof JavaArray array) {
      return "{" + elements(Arrays.asList(array.toArray()), depth) + "}";
    }
    if (value instanceof List<?> list) {
      return "{" + elements(list, depth) + "}";
    }
    if (value instanceof EnumValue constant) {
      return constant.name();
    }
    if (value instanceof RecordValue record) {
      return record.type().getSimpleName()
          + "("
          + elements(record.components().values(), depth)
          + ")";
    }
    if (value instanceof Instance object) {
      return object.type().getSimpleName().toString();
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      // Their order may differ from run to run; messages do not.
      int size = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
      return (value instanceof Map ? "a map of " : "a collection of ") + size;
    }
    if (value instanceof BaseStream) {
      return "a stream";
    }
    if (value instanceof Iterator || value instanceof Collector) {
      return value instanceof Iterator ? "an iterator" : "a collector";
    }
    return String.valueOf(value);
  }

  private static String elements(Collection<?> values, int depth) {
    String shown =
        values.stream()
            .limit(MOST_ELEMENTS)
            .map(each -> value(each, depth + 1))
            .collect(Collectors.joining(", "));
    return shown + (values.size() > MOST_ELEMENTS ? ", ..." : "");
  }
}
