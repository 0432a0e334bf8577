package dev.weft.runtime.augment;

/** An image is not one that a transform can take. */
public final class UnsuitableImageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String expected;
  private final String found;

  /** For example {@code expected 3 channels for pcaNoise(0.1), found 1}. */
  public UnsuitableImageException(String expected, String found) {
    super("expected " + expected + ", found " + found);
    this.expected = expected;
    this.found = found;
  }

  /** What the image should have been, and for which transform. */
  public String expected() {
    return expected;
  }

  /** What it was. */
  public String found() {
    return found;
  }
}
