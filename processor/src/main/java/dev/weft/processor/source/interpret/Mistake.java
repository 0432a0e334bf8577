package dev.weft.processor.source.interpret;

import dev.weft.processor.diagnostic.Located;

/** Ends the reading of a stage with the one mistake that stopped it. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Located located;
  private final boolean isUnresolvedName;

  /** A mistake; an unresolved name may be a reason to wait for another processor. */
  public Mistake(Located located, boolean isUnresolvedName) {
    super(located.problem().headline(), null, false, false);
    this.located = located;
    this.isUnresolvedName = isUnresolvedName;
  }

  /** What is wrong, and where. */
  public Located located() {
    return located;
  }

  /** Whether a name was not found, which another processor may yet generate. */
  public boolean isUnresolvedName() {
    return isUnresolvedName;
  }
}
