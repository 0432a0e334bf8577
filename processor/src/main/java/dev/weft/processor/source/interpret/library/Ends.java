package dev.weft.processor.source.interpret.library;

import java.util.List;
import java.util.NoSuchElementException;

/** The methods that lists have at their ends since Java 21. */
final class Ends {
  private Ends() {}

  static Object first(List<Object> list) {
    return list.get(checked(list, 0));
  }

  static Object last(List<Object> list) {
    return list.get(checked(list, list.size() - 1));
  }

  static Object removeFirst(List<Object> list) {
    return list.remove(checked(list, 0));
  }

  static Object removeLast(List<Object> list) {
    return list.remove(checked(list, list.size() - 1));
  }

  private static int checked(List<Object> list, int index) {
    if (list.isEmpty()) {
      throw new NoSuchElementException();
    }
    return index;
  }
}
