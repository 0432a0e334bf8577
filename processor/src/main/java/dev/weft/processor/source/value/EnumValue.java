package dev.weft.processor.source.value;

import com.sun.source.tree.ClassTree;
import javax.lang.model.element.TypeElement;

/** A constant of an enum that the declaration's own sources or libraries define. */
public final class EnumValue extends Instance {
  private final String name;
  private final int ordinal;
  private final ClassTree body;

  /** A constant, at a position from 0, with the class body that it may have, or null. */
  public EnumValue(TypeElement type, String name, int ordinal, ClassTree body, Methods methods) {
    super(type, null, methods);
    this.name = name;
    this.ordinal = ordinal;
    this.body = body;
  }

  /** The constant's name. */
  public String name() {
    return name;
  }

  /** Its position, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** The class body of this constant alone; or null. */
  public ClassTree body() {
    return body;
  }
}
