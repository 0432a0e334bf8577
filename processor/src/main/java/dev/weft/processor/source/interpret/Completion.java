package dev.weft.processor.source.interpret;

import com.sun.source.tree.ExpressionTree;

/**
 * How a statement ended.
 *
 * @param kind the way it ended
 * @param label the label of a break or continue, or null
 * @param value the value of a return or yield
 * @param tree the expression behind a return, or null
 */
record Completion(Kind kind, String label, Object value, ExpressionTree tree) {
  enum Kind {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD
  }

  static final Completion NORMAL = new Completion(Kind.NORMAL, null, null, null);

  static Completion breaking(String label) {
    return new Completion(Kind.BREAK, label, null, null);
  }

  static Completion continuing(String label) {
    return new Completion(Kind.CONTINUE, label, null, null);
  }

  static Completion returning(Object value, ExpressionTree tree) {
    return new Completion(Kind.RETURN, null, value, tree);
  }

  static Completion yielding(Object value) {
    return new Completion(Kind.YIELD, null, value, null);
  }

  boolean isNormal() {
    return kind == Kind.NORMAL;
  }

  /** Whether this is a break without a label, or with the given one. */
  boolean breaks(String ownLabel) {
    return kind == Kind.BREAK && (label == null || label.equals(ownLabel));
  }

  /** Whether this is a continue without a label, or with the given one. */
  boolean continues(String ownLabel) {
    return kind == Kind.CONTINUE && (label == null || label.equals(ownLabel));
  }
}
