package dev.weft.dsl;

/**
 * Numbers of pixels on the four sides of an image.
 *
 * @param top rows above
 * @param left columns to the left
 * @param bottom rows below
 * @param right columns to the right
 */
public record Sides(int top, int left, int bottom, int right) implements Padding {
  /** No pixels. */
  public static final Sides NONE = all(0);

  /** The same number on all sides. */
  public static Sides all(int pixels) {
    return of(pixels, pixels);
  }

  /** The same number above and below, and left and right. */
  public static Sides of(int height, int width) {
    return new Sides(height, width, height, width);
  }

  /** Whether every side has {@code pixels}. */
  public boolean is(int pixels) {
    return top == pixels && left == pixels && isSymmetric();
  }

  /** Whether opposite sides are equal. */
  public boolean isSymmetric() {
    return top == bottom && left == right;
  }

  /** Rows above and below together. */
  public int vertical() {
    return Math.addExact(top, bottom);
  }

  /** Columns left and right together. */
  public int horizontal() {
    return Math.addExact(left, right);
  }

  /** As few numbers as say it, as in {@code 1}, {@code 1, 2} or all four. */
  public String listed() {
    if (!isSymmetric()) {
      return top + ", " + left + ", " + bottom + ", " + right;
    }
    return top == left ? Integer.toString(top) : top + ", " + left;
  }

  @Override
  public String brief() {
    if (!isSymmetric()) {
      return "(" + listed() + ")";
    }
    return top == left ? Integer.toString(top) : top + "x" + left;
  }

  /** As {@link #brief}. */
  @Override
  public String toString() {
    return brief();
  }
}
