package dev.weft.processor.source.value;

import java.util.Locale;
import java.util.Map;

/** Numbers, characters and strings as one would write them in Java: {@code 8L}, {@code 'c'}. */
final class Literals {
  private static final Map<Character, String> ESCAPES =
      Map.of(
          '\\', "\\\\", '\n', "\\n", '\t', "\\t", '\r', "\\r", '\b', "\\b", '\f', "\\f", '\0',
          "\\0");

  private Literals() {}

  /** A boxed value or a string. */
  static String of(Object value) {
    if (value instanceof String text) {
      return '"' + escaped(text, '"') + '"';
    }
    if (value instanceof Character c) {
      return "'" + escaped(c.toString(), '\'') + "'";
    }
    if (value instanceof Byte || value instanceof Short) {
      return "(" + Prim.of(value) + ") " + value;
    }
    if (value instanceof Float || value instanceof Double) {
      return floating((Number) value);
    }
    return value instanceof Long ? value + "L" : value.toString();
  }

  private static String floating(Number value) {
    double number = value.doubleValue();
    if (Double.isNaN(number)) {
      return value.getClass().getSimpleName() + ".NaN";
    }
    if (Double.isInfinite(number)) {
      String sign = number > 0 ? "POSITIVE" : "NEGATIVE";
      return value.getClass().getSimpleName() + "." + sign + "_INFINITY";
    }
    return value instanceof Float ? value + "f" : value.toString();
  }

  private static String escaped(String text, char quote) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      String known = c == quote ? "\\" + c : ESCAPES.get(c);
      boolean isHidden = known == null && Character.isISOControl(c);
      escaped.append(
          isHidden
              ? String.format(Locale.ROOT, "\\u%04x", (int) c)
              : known == null ? String.valueOf(c) : known);
    }
    return escaped.toString();
  }
}
