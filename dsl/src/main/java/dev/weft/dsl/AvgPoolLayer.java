package dev.weft.dsl;

/**
 * Average pooling of {@code C x H x W} to {@code C x H' x W'}, where {@code H' = (H + 2 padding -
 * kernel) / stride + 1}, rounded down, or up in {@link #ceilMode}. The stride is the kernel unless
 * given. Padding counts as zeros in the average, as it does by default in PyTorch; what a window in
 * ceil mode covers beyond the padding never counts.
 *
 * <pre>{@code
 * avgPool(5).stride(3)                     // in front of GoogLeNet's auxiliary heads
 * }</pre>
 *
 * @param name the given name, or null
 * @param window the sliding window
 * @param countIncludePad whether padding counts in the average
 */
public record AvgPoolLayer(String name, SlidingWindow window, boolean countIncludePad)
    implements WindowedLayer<AvgPoolLayer> {

  /** Checks the arguments; made by {@link Layers#avgPool(int)}. */
  public AvgPoolLayer {
    Arguments.notNull(window, "window");
    Arguments.atMostHalf(window.kernel(), window.padding());
  }

  @Override
  public AvgPoolLayer window(SlidingWindow window) {
    return new AvgPoolLayer(name, window, countIncludePad);
  }

  /** This pooling with a last window that the input fills only in part, as in Caffe. */
  public AvgPoolLayer ceilMode() {
    return window(window.ceil());
  }

  /** This pooling with padding counted in the average, or not. */
  public AvgPoolLayer countIncludePad(boolean count) {
    return new AvgPoolLayer(name, window, count);
  }

  @Override
  public AvgPoolLayer named(String name) {
    return new AvgPoolLayer(Arguments.name(name), window, countIncludePad);
  }

  @Override
  public String kind() {
    return "avgPool";
  }
}
