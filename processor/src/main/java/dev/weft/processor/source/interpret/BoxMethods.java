package dev.weft.processor.source.interpret;

import dev.weft.processor.source.value.Prim;
import java.util.List;

/** The methods of {@code Integer}, {@code Double} and the other boxes. */
final class BoxMethods {
  private BoxMethods() {}

  static Object ofType(String type, String name, List<Object> arguments) {
    Prim prim = Prim.boxedBy(type);
    if (prim == null || arguments.isEmpty()) {
      return Library.UNKNOWN;
    }
    Object first = arguments.get(0);
    if (arguments.size() == 1 && first instanceof String text) {
      return parsed(prim, name, text);
    }
    if (arguments.size() == 1 && prim == Prim.CHAR && first instanceof Character c) {
      return ofCharacter(name, c);
    }
    if (Prim.of(first) == null || !prim.isNumeric()) {
      return Library.UNKNOWN;
    }
    return arguments.size() == 1 ? ofOne(prim, name, first) : ofTwo(prim, name, arguments);
  }

  private static Object parsed(Prim prim, String name, String text) {
    return switch (name) {
      case "parseInt" -> Integer.parseInt(text);
      case "parseLong" -> Long.parseLong(text);
      case "parseDouble" -> Double.parseDouble(text);
      case "parseBoolean" -> Boolean.parseBoolean(text);
      case "valueOf" ->
          switch (prim) {
            case INT -> (Object) Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> Library.UNKNOWN;
          };
      default -> Library.UNKNOWN;
    };
  }

  private static Object ofCharacter(String name, char c) {
    return switch (name) {
      case "isDigit" -> Character.isDigit(c);
      case "isLetter" -> Character.isLetter(c);
      case "isUpperCase" -> Character.isUpperCase(c);
      case "isLowerCase" -> Character.isLowerCase(c);
      case "getNumericValue" -> Character.getNumericValue(c);
      case "toString" -> String.valueOf(c);
      case "valueOf" -> c;
      default -> Library.UNKNOWN;
    };
  }

  private static Object ofOne(Prim prim, String name, Object argument) {
    Object value = prim.cast(argument);
    return switch (name) {
      case "valueOf" -> value;
      case "toString" -> String.valueOf(value);
      case "bitCount" ->
          value instanceof Integer i
              ? (Object) Integer.bitCount(i)
              : value instanceof Long l ? Long.bitCount(l) : Library.UNKNOWN;
      case "signum" -> value instanceof Integer i ? Integer.signum(i) : Library.UNKNOWN;
      case "numberOfTrailingZeros" ->
          value instanceof Integer i ? Integer.numberOfTrailingZeros(i) : Library.UNKNOWN;
      case "numberOfLeadingZeros" ->
          value instanceof Integer i ? Integer.numberOfLeadingZeros(i) : Library.UNKNOWN;
      case "highestOneBit" ->
          value instanceof Integer i ? Integer.highestOneBit(i) : Library.UNKNOWN;
      default -> Library.UNKNOWN;
    };
  }

  private static Object ofTwo(Prim prim, String name, List<Object> arguments) {
    if (arguments.size() != 2 || Prim.of(arguments.get(1)) == null) {
      return Library.UNKNOWN;
    }
    List<Object> cast = List.of(prim.cast(arguments.get(0)), prim.cast(arguments.get(1)));
    return switch (name) {
      case "min", "max" -> MathFunctions.call(name, cast);
      case "sum" ->
          prim == Prim.INT
              ? (Object) ((Integer) cast.get(0) + (Integer) cast.get(1))
              : Library.UNKNOWN;
      case "compare" -> comparison(cast.get(0), cast.get(1));
      default -> Library.UNKNOWN;
    };
  }

  static Object ofValue(Object value, String name, List<Object> arguments) {
    Prim type = Prim.of(value);
    if (type == null) {
      return Library.UNKNOWN;
    }
    if (name.equals("compareTo") && arguments.size() == 1) {
      return comparison(value, arguments.get(0));
    }
    return switch (name) {
      case "intValue" -> Prim.INT.cast(value);
      case "longValue" -> Prim.LONG.cast(value);
      case "floatValue" -> Prim.FLOAT.cast(value);
      case "doubleValue" -> Prim.DOUBLE.cast(value);
      case "booleanValue", "charValue" -> value;
      case "toString" -> String.valueOf(value);
      case "hashCode" -> value.hashCode();
      default -> Library.UNKNOWN;
    };
  }

  private static Object comparison(Object one, Object other) {
    if (one instanceof Integer a && other instanceof Integer b) {
      return a.compareTo(b);
    }
    if (one instanceof Long a && other instanceof Long b) {
      return a.compareTo(b);
    }
    return one instanceof Double a && other instanceof Double b
        ? (Object) a.compareTo(b)
        : Library.UNKNOWN;
  }
}
