package dev.weft.processor.source.value;

import java.util.Locale;
import java.util.Map;

/** Java's primitive types, in the order of their widening. */
public enum Prim {
  BOOLEAN,
  BYTE,
  SHORT,
  CHAR,
  INT,
  LONG,
  FLOAT,
  DOUBLE;

  private static final Map<String, Prim> BOXED =
      Map.of(
          "Boolean", BOOLEAN,
          "Byte", BYTE,
          "Short", SHORT,
          "Character", CHAR,
          "Integer", INT,
          "Long", LONG,
          "Float", FLOAT,
          "Double", DOUBLE);

  /** The type of a boxed value, or null if it is none. */
  public static Prim of(Object value) {
    return value == null || !value.getClass().getName().startsWith("java.lang.")
        ? null
        : BOXED.get(value.getClass().getSimpleName());
  }

  /** The type that a class such as {@code java.lang.Integer} boxes, or null. */
  public static Prim boxedBy(String qualifiedName) {
    String prefix = "java.lang.";
    return qualifiedName.startsWith(prefix)
        ? BOXED.get(qualifiedName.substring(prefix.length()))
        : null;
  }

  /** The type both operands of an arithmetic operator are brought to. */
  public static Prim promote(Prim one, Prim other) {
    Prim wider = one.compareTo(other) > 0 ? one : other;
    return wider.compareTo(INT) > 0 ? wider : INT;
  }

  /** Whether values of this type are numbers, characters included. */
  public boolean isNumeric() {
    return this != BOOLEAN;
  }

  /** Whether an assignment turns a value of this type into {@code wider} by itself. */
  public boolean widensTo(Prim wider) {
    if (this == wider) {
      return true;
    }
    if (this == BOOLEAN || wider == BOOLEAN || wider == CHAR || this == CHAR && wider == SHORT) {
      return false;
    }
    return compareTo(wider) < 0;
  }

  /** What a field or an array's cell holds at first. */
  public Object zero() {
    return this == BOOLEAN ? Boolean.FALSE : cast(0);
  }

  /** The value as a cast to this type yields it. */
  public Object cast(Object value) {
    if (this == BOOLEAN) {
      return (Boolean) value;
    }
    if (value instanceof Double || value instanceof Float) {
      return fromFloating(((Number) value).doubleValue(), value);
    }
    return fromIntegral(value instanceof Character c ? (long) c : ((Number) value).longValue());
  }

  private Object fromFloating(double value, Object original) {
    return switch (this) {
      case DOUBLE -> value;
      case FLOAT -> original instanceof Float ? original : (Object) (float) value;
      case LONG -> (long) value;
      case INT -> (int) value;
      default -> fromIntegral((int) value);
    };
  }

  private Object fromIntegral(long value) {
    return switch (this) {
      case BYTE -> (byte) value;
      case SHORT -> (short) value;
      case CHAR -> (char) value;
      case INT -> (int) value;
      case LONG -> value;
      case FLOAT -> (float) value;
      case DOUBLE -> (double) value;
      case BOOLEAN -> throw new ClassCastException("a number is not a boolean");
    };
  }

  /** The keyword: {@code int}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
