package dev.weft.dsl.op;

import dev.weft.dsl.Extent;

/**
 * What one element of an operation's output sees of its input.
 *
 * @param reach height and width of what it sees, in elements of the input
 * @param down how far its lower neighbour's sight lies below its own, in elements of the input;
 *     below 1 where the operation makes an image larger
 * @param right how far its right neighbour's sight lies to the right of its own
 */
public record Sight(Extent reach, double down, double right) {
  /** Each element sees the one at its own place. */
  public static final Sight SAME_PLACE = new Sight(Extent.square(1), 1, 1);

  /** All elements see the whole image. */
  static Sight ofAll(int height, int width) {
    return new Sight(new Extent(height, width), 1, 1);
  }

  static Sight through(Window window) {
    return new Sight(window.reach(), window.stride().height(), window.stride().width());
  }

  /** Each element is one of several that see the same one. */
  static Sight enlarged(int factor) {
    return new Sight(Extent.square(1), 1.0 / factor, 1.0 / factor);
  }
}
