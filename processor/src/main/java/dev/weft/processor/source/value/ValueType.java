package dev.weft.processor.source.value;

import javax.lang.model.element.TypeElement;

/**
 * A declared type, as far as it changes a value that is assigned to it.
 *
 * @param prim the primitive type, also of its box; or null
 * @param boxed whether this is the box
 * @param component what an array holds, or the only type argument of a class; or null
 * @param element the class or interface, if it is known and neither primitive nor an array
 */
public record ValueType(Prim prim, boolean boxed, ValueType component, TypeElement element) {
  /** A type that leaves values as they are. */
  public static final ValueType ANY = new ValueType(null, false, null, null);

  /** A primitive type. */
  public static ValueType primitive(Prim prim) {
    return new ValueType(prim, false, null, null);
  }

  /** The box of a primitive type. */
  public static ValueType box(Prim prim) {
    return new ValueType(prim, true, null, null);
  }

  /** An array. */
  public static ValueType arrayOf(ValueType component) {
    return new ValueType(null, false, component, null);
  }

  /** A class or an interface. */
  public static ValueType of(TypeElement element) {
    return new ValueType(null, false, null, element);
  }

  /** A class or an interface with one type argument. */
  public static ValueType of(TypeElement element, ValueType argument) {
    return new ValueType(null, false, argument, element);
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return component != null && element == null;
  }

  /** Whether this is a primitive type and not its box. */
  public boolean isPrimitive() {
    return prim != null && !boxed;
  }

  /** What a fresh array's cell holds. */
  public Object zero() {
    return isPrimitive() ? prim.zero() : null;
  }

  /**
   * The value as a variable of this type holds it.
   *
   * @throws NullPointerException if null would be unboxed
   * @throws ClassCastException if the value is of another kind
   */
  public Object coerce(Object value) {
    if (value == null) {
      if (isPrimitive()) {
        throw new NullPointerException("null is not a value of type " + prim);
      }
      return null;
    }
    if (prim != null) {
      Prim from = Prim.of(value);
      if (from == null || from.isNumeric() != prim.isNumeric()) {
        throw new ClassCastException(Describe.value(value) + " is not a value of type " + prim);
      }
      return prim.cast(value);
    }
    return value;
  }
}
