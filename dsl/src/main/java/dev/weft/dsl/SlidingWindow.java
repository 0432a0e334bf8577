package dev.weft.dsl;

/**
 * The sliding window of a convolution or a pooling as it is declared: its padding may still be a
 * mode.
 *
 * @param kernel elements of the window
 * @param stride pixels from one window to the next
 * @param padding what surrounds the input
 * @param dilation pixels from one element of the window to the next
 * @param ceilMode whether a last window that the input fills only in part counts
 */
public record SlidingWindow(
    Extent kernel, Extent stride, Padding padding, Extent dilation, boolean ceilMode) {
  /** Checks the numbers. */
  public SlidingWindow {
    Arguments.atLeast(1, kernel, "kernel");
    Arguments.atLeast(1, stride, "stride");
    Arguments.padding(padding);
    Arguments.atLeast(1, dilation, "dilation");
  }

  /** A window at stride 1 without padding or dilation. */
  public static SlidingWindow of(int height, int width) {
    return new SlidingWindow(
        new Extent(height, width), Extent.square(1), Sides.NONE, Extent.square(1), false);
  }

  /** This window with another stride. */
  public SlidingWindow stride(int height, int width) {
    return new SlidingWindow(kernel, new Extent(height, width), padding, dilation, ceilMode);
  }

  /** This window with another padding. */
  public SlidingWindow padding(Padding padding) {
    return new SlidingWindow(kernel, stride, padding, dilation, ceilMode);
  }

  /** This window with another dilation. */
  public SlidingWindow dilation(int height, int width) {
    return new SlidingWindow(kernel, stride, padding, new Extent(height, width), ceilMode);
  }

  /** This window with its number of outputs rounded up. */
  public SlidingWindow ceil() {
    return new SlidingWindow(kernel, stride, padding, dilation, true);
  }
}
