package dev.weft.examples;

/** What was asked for, by an option or by the environment, cannot be done; the message says why. */
final class UnusableOptionsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableOptionsException(String message) {
    super(message);
  }

  UnusableOptionsException(String message, Throwable cause) {
    super(message, cause);
  }

  UnusableOptionsException(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
