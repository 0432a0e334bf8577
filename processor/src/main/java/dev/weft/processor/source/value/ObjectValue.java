package dev.weft.processor.source.value;

import javax.lang.model.element.TypeElement;

/** An instance of a plain class that the declaration's sources define. */
public final class ObjectValue extends Instance {
  /** An object whose constructor is yet to run. */
  public ObjectValue(TypeElement type, Object outer, Methods methods) {
    super(type, outer, methods);
  }
}
