package dev.weft.examples;

/** A network cannot be made as it was asked for, by an option or by the environment. */
final class UnusableOptionsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableOptionsException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
