package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Prim;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.StringJoiner;

/** The text of values as {@code String.valueOf} yields it, elements at any depth included. */
final class Texts {
  private Texts() {}

  /** Whether a value is of the JDK's, so that its text is made here. */
  static boolean isOwn(Object value) {
    return value instanceof Collection
        || value instanceof Map
        || value instanceof Map.Entry
        || value instanceof CharSequence
        || value instanceof StringJoiner
        || value instanceof Optional
        || value instanceof OptionalInt
        || value instanceof OptionalLong
        || value instanceof OptionalDouble
        || value instanceof Number;
  }

  /** The text of what {@code toString} is called on. */
  static Object text(Host host, Object value) {
    return isOwn(value) || Prim.of(value) != null || value instanceof Enum
        ? of(host, value)
        : JdkLibrary.UNKNOWN;
  }

  static String of(Host host, Object value) {
    return of(host, value, 0);
  }

  private static String of(Host host, Object value, int depth) {
    host.nesting(depth);
    if (value instanceof Map<?, ?> map) {
      return all(host, map, map.entrySet(), depth, "{", "}");
    }
    if (value instanceof Collection<?> elements) {
      return all(host, elements, elements, depth, "[", "]");
    }
    if (value instanceof Map.Entry<?, ?> entry) {
      return of(host, entry.getKey(), depth + 1) + "=" + of(host, entry.getValue(), depth + 1);
    }
    if (value instanceof Optional<?> optional && optional.isPresent()) {
      return "Optional[" + of(host, optional.get(), depth + 1) + "]";
    }
    String text = isOwn(value) ? value.toString() : host.text(value);
    host.characters(text.length());
    return text;
  }

  private static String all(
      Host host, Object whole, Collection<?> elements, int depth, String open, String close) {
    StringJoiner all = new StringJoiner(", ", open, close);
    String itself = whole instanceof Map ? "(this Map)" : "(this Collection)";
    for (Object each : elements) {
      String text = each == whole ? itself : of(host, each, depth + 1);
      host.grown(all.length() + text.length(), text.length());
      all.add(text);
    }
    return all.toString();
  }
}
