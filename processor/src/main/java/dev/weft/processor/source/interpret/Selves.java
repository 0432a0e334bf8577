package dev.weft.processor.source.interpret;

import dev.weft.processor.source.resolve.Members;
import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.Instance;
import javax.lang.model.element.TypeElement;

/** Which object a member without a qualifier belongs to. */
final class Selves {
  private final Members members;

  Selves(Members members) {
    this.members = members;
  }

  /** The innermost {@code this} that has the members of a type; null in static code. */
  Object of(TypeElement owner, Activation at) {
    for (Object self = at.self(); self != null; self = outer(self)) {
      TypeElement type = type(self);
      if (type != null && members.isSubtype(type, owner)) {
        return self;
      }
    }
    return null;
  }

  private static Object outer(Object self) {
    return self instanceof Instance instance ? instance.outer() : null;
  }

  /**
   * The type of what {@code this} is: a network, an object, or a lambda of the author's own type.
   */
  static TypeElement type(Object self) {
    if (self instanceof Instance instance) {
      return instance.type();
    }
    if (self instanceof Closure closure) {
      return closure.method() == null ? null : closure.method().type();
    }
    return (TypeElement) self;
  }
}
