package dev.weft.processor.source.interpret.library;

import java.util.Collection;

/**
 * A set or a map whose order may differ from run to run. Whatever would show the order is refused;
 * what does not depend on it works.
 */
interface Shuffled {
  /** The elements or entries, in the order of this moment. */
  Collection<?> unordered();

  /**
   * Does nothing if the order is always the same.
   *
   * @throws Refusal if it is not
   */
  void checkOrder();

  /** Refuses, if there is more than one element, to say which is first. */
  static void check(int size, boolean isFixed, String what) {
    if (size > 1 && !isFixed) {
      throw new Refusal(
          "the order of " + what + " is not the same in each run of Java",
          "use a LinkedHashMap, a TreeMap, a LinkedHashSet or a List");
    }
  }
}
