package dev.weft.processor.source.interpret;

import dev.weft.processor.source.value.Prim;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The methods of strings. */
final class StringMethods {
  private StringMethods() {}

  static Object ofType(String name, List<Object> arguments) {
    if (name.equals("valueOf") && arguments.size() == 1 && Prim.of(arguments.get(0)) != null) {
      return String.valueOf(arguments.get(0));
    }
    return name.equals("equals") && arguments.size() == 2
        ? (Object) Objects.equals(arguments.get(0), arguments.get(1))
        : Library.UNKNOWN;
  }

  static Object ofValue(String text, String name, List<Object> arguments) {
    return switch (arguments.size()) {
      case 0 -> plain(text, name);
      case 1 -> withOne(text, name, arguments.get(0));
      case 2 -> withTwo(text, name, arguments.get(0), arguments.get(1));
      default -> Library.UNKNOWN;
    };
  }

  private static Object plain(String text, String name) {
    return switch (name) {
      case "length" -> text.length();
      case "isEmpty" -> text.isEmpty();
      case "isBlank" -> text.isBlank();
      case "toString" -> text;
      case "hashCode" -> text.hashCode();
      case "strip" -> text.strip();
      case "trim" -> text.trim();
      case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
      case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
      default -> Library.UNKNOWN;
    };
  }

  private static Object withOne(String text, String name, Object argument) {
    if (argument instanceof String other) {
      return switch (name) {
        case "concat" -> text + other;
        case "contains" -> text.contains(other);
        case "startsWith" -> text.startsWith(other);
        case "endsWith" -> text.endsWith(other);
        case "indexOf" -> text.indexOf(other);
        case "compareTo" -> text.compareTo(other);
        case "equalsIgnoreCase" -> text.equalsIgnoreCase(other);
        default -> Library.UNKNOWN;
      };
    }
    if (Prim.of(argument) == null || !Prim.of(argument).isNumeric()) {
      return Library.UNKNOWN;
    }
    int index = (Integer) Prim.INT.cast(argument);
    return switch (name) {
      case "charAt" -> text.charAt(index);
      case "substring" -> text.substring(index);
      case "indexOf" -> text.indexOf(index);
      case "repeat" -> repeated(text, index);
      default -> Library.UNKNOWN;
    };
  }

  /** Never allocates more than it takes to see that the result is too long. */
  private static String repeated(String text, int count) {
    int enough = text.isEmpty() ? 0 : Budget.LONGEST_STRING / text.length() + 1;
    return text.repeat(count > enough ? enough : count);
  }

  private static Object withTwo(String text, String name, Object one, Object other) {
    return switch (name) {
      case "substring" ->
          one instanceof Integer from && other instanceof Integer to
              ? text.substring(from, to)
              : Library.UNKNOWN;
      case "replace" -> replaced(text, one, other);
      default -> Library.UNKNOWN;
    };
  }

  private static Object replaced(String text, Object one, Object other) {
    if (one instanceof Character from && other instanceof Character to) {
      return text.replace(from, to);
    }
    return one instanceof String from
            && other instanceof String to
            && (long) (text.length() + 1) * (to.length() + 1) <= Budget.LONGEST_STRING * 16L
        ? text.replace(from, to)
        : Library.UNKNOWN;
  }
}
