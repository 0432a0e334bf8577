package dev.weft.processor.source.place;

import javax.tools.Diagnostic;

/** Prints messages at trees, as well as the compiler can point at them. */
interface Printer {
  /** Prints a message at the tree of a place. */
  void atTree(TreePlace place, Diagnostic.Kind kind, String message);

  /** A message that the compiler prints at an element, whose place is {@code spot} or null. */
  String atElement(TreePlace spot, String message);
}
