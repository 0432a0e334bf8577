package dev.weft.dsl;

/**
 * A height and a width in pixels: of a kernel, a stride, a padding or a dilation.
 *
 * @param height the vertical extent
 * @param width the horizontal extent
 */
public record Extent(int height, int width) {
  /** The same extent in both directions. */
  public static Extent square(int size) {
    return new Extent(size, size);
  }

  /** Whether both directions equal {@code size}. */
  public boolean is(int size) {
    return height == size && width == size;
  }

  /** One number where both directions agree, as in {@code stride 2}. */
  public String brief() {
    return is(height) ? Integer.toString(height) : toString();
  }

  /** {@code 3x3}. */
  @Override
  public String toString() {
    return height + "x" + width;
  }
}
