package dev.weft.processor.source.interpret.library;

/** What the declaration itself told a method to throw. */
public final class Thrown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Thrown(ExceptionValue value) {
    super(value.text(), null, false, false);
  }
}
