package dev.weft.processor.source.value;

import java.util.Objects;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * A declared type, as far as it changes a value that is assigned to it.
 *
 * @param prim the primitive type, also of its box; or null
 * @param boxed whether this is the box
 * @param component what an array holds, or null
 * @param element the class or interface, if it is known and neither primitive nor an array
 * @param mirror the compiler's view of a class, interface or type variable; null if it is unknown
 */
public record ValueType(
    Prim prim, boolean boxed, ValueType component, TypeElement element, TypeMirror mirror) {
  /** A type that leaves values as they are. */
  public static final ValueType ANY = new ValueType(null, false, null, null, null);

  /** A primitive type. */
  public static ValueType primitive(Prim prim) {
    return new ValueType(prim, false, null, null, null);
  }

  /** The box of a primitive type. */
  public static ValueType box(Prim prim) {
    return new ValueType(prim, true, null, null, null);
  }

  /** An array. */
  public static ValueType arrayOf(ValueType component) {
    return new ValueType(null, false, component, null, null);
  }

  /** A class or an interface. */
  public static ValueType of(TypeElement element) {
    return new ValueType(null, false, null, element, null);
  }

  /** A class or an interface with its type arguments. */
  public static ValueType of(TypeElement element, TypeMirror mirror) {
    return new ValueType(null, false, null, element, mirror);
  }

  /** A type variable. */
  public static ValueType variable(TypeMirror mirror) {
    return new ValueType(null, false, null, null, mirror);
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return component != null;
  }

  /** Whether this is a primitive type and not its box. */
  public boolean isPrimitive() {
    return prim != null && !boxed;
  }

  /** Whether two types are the same but for their type arguments. */
  public boolean isSameErasure(ValueType other) {
    return prim == other.prim
        && boxed == other.boxed
        && Objects.equals(element, other.element)
        && (component == null
            ? other.component == null
            : other.component != null && component.isSameErasure(other.component));
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
        throw new NullPointerException("null is unboxed to " + prim);
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

  /** The simple name: {@code int[]}, {@code Layer}. */
  @Override
  public String toString() {
    if (isArray()) {
      return component + "[]";
    }
    if (prim != null) {
      return boxed ? prim.zero().getClass().getSimpleName() : prim.toString();
    }
    return element != null
        ? element.getSimpleName().toString()
        : mirror != null ? mirror.toString() : "Object";
  }
}
