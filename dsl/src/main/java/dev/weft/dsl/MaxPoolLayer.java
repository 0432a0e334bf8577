package dev.weft.dsl;

/**
 * Max pooling of {@code C x H x W} to {@code C x H' x W'}, where {@code H' = (H + 2 padding -
 * dilation (kernel - 1) - 1) / stride + 1}, rounded down, or up in {@link #ceilMode}. The stride is
 * the kernel unless given. Padding never wins.
 *
 * <pre>{@code
 * maxPool(3).stride(2)                     // AlexNet's overlapping pooling
 * maxPool(3).stride(2).ceilMode()          // GoogLeNet's
 * }</pre>
 *
 * @param name the given name, or null
 * @param window the sliding window
 */
public record MaxPoolLayer(String name, SlidingWindow window)
    implements DilatedLayer<MaxPoolLayer> {

  /** Checks the arguments; made by {@link Layers#maxPool(int)}. */
  public MaxPoolLayer {
    Arguments.notNull(window, "window");
    Arguments.atMostHalf(window.kernel(), window.padding());
  }

  @Override
  public MaxPoolLayer window(SlidingWindow window) {
    return new MaxPoolLayer(name, window);
  }

  /** This pooling with a last window that the input fills only in part, as in Caffe. */
  public MaxPoolLayer ceilMode() {
    return window(window.ceil());
  }

  @Override
  public MaxPoolLayer named(String name) {
    return new MaxPoolLayer(Arguments.name(name), window);
  }

  @Override
  public String kind() {
    return "maxPool";
  }
}
