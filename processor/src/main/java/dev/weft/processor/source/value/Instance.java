package dev.weft.processor.source.value;

import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * An object of a class, record or enum that the declaration's sources define. What Java's
 * collections and strings ask of an object it answers as the methods of its class do.
 */
public abstract class Instance implements Comparable<Object> {

  /** How the methods that every object has are answered. */
  public interface Methods {
    /** {@code self.equals(other)}. */
    boolean equal(Instance self, Object other);

    /** {@code self.hashCode()}. */
    int hash(Instance self);

    /** Whether {@code self.hashCode()} is the same in each run of Java. */
    boolean hasFixedHash(Instance self);

    /** {@code self.toString()}. */
    String text(Instance self);

    /**
     * {@code self.compareTo(other)}.
     *
     * @throws ClassCastException if the class is not comparable
     */
    int compare(Instance self, Object other);
  }

  private final TypeElement type;
  private final Object outer;
  private final Methods methods;
  private final Map<VariableElement, Object> fields = new HashMap<>();

  /** An object without values yet, inside of another if its class is an inner one. */
  Instance(TypeElement type, Object outer, Methods methods) {
    this.type = type;
    this.outer = outer;
    this.methods = methods;
  }

  /** The class. */
  public TypeElement type() {
    return type;
  }

  /** The object that {@code Outer.this} denotes inside this one; or null. */
  public Object outer() {
    return outer;
  }

  /** Whether the object has such a field. */
  public boolean has(VariableElement field) {
    return fields.containsKey(field);
  }

  /** The value of a field. */
  public Object get(VariableElement field) {
    return fields.get(field);
  }

  /** Gives a field its value. */
  public void set(VariableElement field, Object value) {
    fields.put(field, value);
  }

  /** Whether the hash code is the same in each run of Java: not one of an object's identity. */
  public final boolean hasFixedHash() {
    return methods.hasFixedHash(this);
  }

  @Override
  public final int compareTo(Object other) {
    return methods.compare(this, other);
  }

  @Override
  public final boolean equals(Object other) {
    return this == other || methods.equal(this, other);
  }

  @Override
  public final int hashCode() {
    return methods.hash(this);
  }

  @Override
  public final String toString() {
    return methods.text(this);
  }
}
