package dev.weft.runtime.image;

import java.io.IOException;

/** Bytes are no image that can be read. The message says what was expected and what found. */
public final class UnreadableImageException extends IOException {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final String found;

  UnreadableImageException(String expected, String found) {
    super("expected " + expected + ", found " + found);
    this.expected = expected;
    this.found = found;
  }

  /** What should have been there. */
  public String expected() {
    return expected;
  }

  /** What was there. */
  public String found() {
    return found;
  }
}
