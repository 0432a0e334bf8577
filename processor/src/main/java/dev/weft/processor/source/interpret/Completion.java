package dev.weft.processor.source.interpret;

/**
 * How a statement ended.
 *
 * @param kind the way it ended
 * @param label the label of a break or continue, or null
 * @param value the value of a return or yield
 */
record Completion(Kind kind, String label, Object value) {
  enum Kind {
    NORMAL,
    BREAK,
    CONTINUE,
    RETURN,
    YIELD
  }

  static final Completion NORMAL = new Completion(Kind.NORMAL, null, null);

  static Completion breaking(String label) {
    return new Completion(Kind.BREAK, label, null);
  }

  static Completion continuing(String label) {
    return new Completion(Kind.CONTINUE, label, null);
  }

  static Completion returning(Object value) {
    return new Completion(Kind.RETURN, null, value);
  }

  static Completion yielding(Object value) {
    return new Completion(Kind.YIELD, null, value);
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
