package dev.weft.processor.testing;

/** An enum that declarations in tests see as a class file only. */
public enum CompiledKind {
  /** One. */
  NARROW(1),
  /** Two. */
  WIDE(2);

  /** A constant. */
  public static final int WIDTH = 32;

  /** Another. */
  public static final String NAME = "kind" + WIDTH;

  /** No constant. */
  public static final int[] WIDTHS = {1, 2};

  /** A field. */
  public final int factor;

  CompiledKind(int factor) {
    this.factor = factor;
  }

  /** A method. */
  public int factor() {
    return factor;
  }
}
