package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.Closure;
import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.Locale;

/** Interpreted values as arguments of the JDK's methods. */
final class Arguments {
  /** The distance of a value that does not fit. */
  static final int NONE = -1;

  private static final int SUPERTYPE = 5;
  private static final int BOXED = 30;

  private Arguments() {}

  /** How far Java converts a value for a parameter of that type, or {@link #NONE}. */
  static int distance(Object argument, Class<?> type) {
    if (type.isPrimitive()) {
      return primitiveDistance(argument, prim(type));
    }
    if (type == Object.class) {
      return BOXED;
    }
    if (argument == null) {
      return type == JavaArray.class ? BOXED + 1 : SUPERTYPE;
    }
    if (argument instanceof Closure closure) {
      return Functions.fits(closure, type) ? 0 : NONE;
    }
    if (!type.isInstance(argument)) {
      return NONE;
    }
    return type == argument.getClass() ? 0 : SUPERTYPE;
  }

  private static int primitiveDistance(Object argument, Prim to) {
    if (argument == null) {
      return BOXED;
    }
    Prim from = Prim.of(argument);
    return from != null && from.widensTo(to) ? to.ordinal() - from.ordinal() : NONE;
  }

  /** The value as the method takes it. */
  static Object converted(Object argument, Class<?> type) {
    if (type.isPrimitive()) {
      return ValueType.primitive(prim(type)).coerce(argument);
    }
    return argument instanceof Closure closure && type.isInterface()
        ? Functions.adapted(closure, type)
        : argument;
  }

  /** Whether an array may stand for any number of arguments of that type. */
  static boolean isArrayOf(JavaArray array, Class<?> type) {
    return type.isPrimitive()
        ? array.component().equals(ValueType.primitive(prim(type)))
        : !array.component().isPrimitive();
  }

  /** The primitive type of a class such as {@code int.class}. */
  static Prim prim(Class<?> type) {
    return Prim.valueOf(type.getName().toUpperCase(Locale.ROOT));
  }
}
