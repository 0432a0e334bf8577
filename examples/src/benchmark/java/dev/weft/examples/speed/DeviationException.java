package dev.weft.examples.speed;

/** A peer that computes something else than Weft. */
final class DeviationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DeviationException(String message) {
    super(message);
  }
}
