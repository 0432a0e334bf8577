package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;

/**
 * The sliding window of a convolution or a pooling.
 *
 * <pre>{@code
 * Window.of(3, 3).stride(2, 2).padding(1, 1).height(224)   // 112
 * }</pre>
 *
 * @param kernel elements of the window
 * @param stride pixels from one window to the next
 * @param padding pixels added on each side
 * @param dilation pixels from one element of the window to the next
 */
public record Window(Extent kernel, Extent stride, Extent padding, Extent dilation) {
  /** A window at stride 1 without padding or dilation. */
  public static Window of(int height, int width) {
    return new Window(
        new Extent(height, width), Extent.square(1), Extent.square(0), Extent.square(1));
  }

  /** This window with another stride. */
  public Window stride(int height, int width) {
    return new Window(kernel, new Extent(height, width), padding, dilation);
  }

  /** This window with another padding. */
  public Window padding(int height, int width) {
    return new Window(kernel, stride, new Extent(height, width), dilation);
  }

  /** This window with another dilation. */
  public Window dilation(int height, int width) {
    return new Window(kernel, stride, padding, new Extent(height, width));
  }

  /** The pixels that the dilated window covers: {@code dilation (kernel - 1) + 1}. */
  public Extent reach() {
    return new Extent(
        reach(kernel.height(), dilation.height()), reach(kernel.width(), dilation.width()));
  }

  private static int reach(int kernel, int dilation) {
    return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
  }

  /** The output height for an input height: {@code (N - F + 2P) / S + 1}, rounded down. */
  public int height(int input) {
    return size(input, reach().height(), padding.height(), stride.height());
  }

  /** The output width for an input width. */
  public int width(int input) {
    return size(input, reach().width(), padding.width(), stride.width());
  }

  private static int size(int input, int reach, int padding, int stride) {
    if (input == Shape.UNKNOWN) {
      return Shape.UNKNOWN;
    }
    return Math.toIntExact(Math.floorDiv(input + 2L * padding - reach, (long) stride) + 1);
  }
}
