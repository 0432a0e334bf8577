package dev.weft.processor.source.interpret.library;

import dev.weft.processor.source.value.JavaArray;
import dev.weft.processor.source.value.Prim;
import dev.weft.processor.source.value.ValueType;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Arrays of the JDK's as the interpreter has them, and back. */
final class JavaArrays {
  private JavaArrays() {}

  static JavaArray of(char[] characters) {
    Object[] cells = IntStream.range(0, characters.length).mapToObj(i -> characters[i]).toArray();
    return JavaArray.of(ValueType.primitive(Prim.CHAR), cells);
  }

  /** An array of primitive values. */
  static JavaArray of(Prim component, Collection<?> values) {
    return JavaArray.of(ValueType.primitive(component), values.toArray());
  }

  /** An array of objects. */
  static JavaArray ofObjects(Object... values) {
    return JavaArray.of(ValueType.ANY, values);
  }

  static boolean isOf(JavaArray array, Prim component) {
    return array.component().equals(ValueType.primitive(component));
  }

  /**
   * The characters of an array.
   *
   * @throws ClassCastException if it is none of characters
   */
  static String text(JavaArray characters) {
    if (!isOf(characters, Prim.CHAR)) {
      throw new ClassCastException("this is no array of characters");
    }
    StringBuilder text = new StringBuilder();
    for (Object each : characters.toArray()) {
      text.append(each);
    }
    return text.toString();
  }

  /** Fills a given array as {@code toArray(T[])} does, or makes one of its kind. */
  static JavaArray like(JavaArray given, List<?> values) {
    if (given.length() < values.size()) {
      return JavaArray.of(given.component(), values.toArray());
    }
    for (int i = 0; i < values.size(); i++) {
      given.set(i, values.get(i));
    }
    if (given.length() > values.size()) {
      given.set(values.size(), null);
    }
    return given;
  }
}
