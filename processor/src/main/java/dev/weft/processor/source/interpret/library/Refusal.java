package dev.weft.processor.source.interpret.library;

/** A call that has no meaning of its own in a declaration, and what to write instead. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String wayOut;

  Refusal(String headline, String wayOut) {
    super(headline, null, false, false);
    this.wayOut = wayOut;
  }

  /** What to write instead. */
  public String wayOut() {
    return wayOut;
  }
}
