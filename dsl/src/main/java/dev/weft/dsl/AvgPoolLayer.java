package dev.weft.dsl;

/**
 * Average pooling of {@code C x H x W} to {@code C x H' x W'}, where {@code H' = (H + 2 padding -
 * kernel) / stride + 1}, rounded down. The stride is the kernel unless given. Padding counts as
 * zeros in the average, as it does by default in PyTorch.
 *
 * @param name the given name, or null
 * @param kernel the window
 * @param stride pixels from one window to the next
 * @param padding zeros added on each side
 */
public record AvgPoolLayer(String name, Extent kernel, Extent stride, Extent padding)
    implements Layer {

  /** Checks the arguments; made by {@link Layers#avgPool(int)}. */
  public AvgPoolLayer {
    Arguments.atLeast(1, kernel, "kernel");
    Arguments.atLeast(1, stride, "stride");
    Arguments.atLeast(0, padding, "padding");
    Arguments.atMostHalf(kernel, padding);
  }

  /** This pooling with the same stride in both directions. */
  public AvgPoolLayer stride(int stride) {
    return stride(stride, stride);
  }

  /** This pooling with a stride for each direction. */
  public AvgPoolLayer stride(int height, int width) {
    return new AvgPoolLayer(name, kernel, new Extent(height, width), padding);
  }

  /** This pooling with padding on each of the four sides, at most half the kernel. */
  public AvgPoolLayer padding(int padding) {
    return padding(padding, padding);
  }

  /** This pooling with padding above and below, and left and right. */
  public AvgPoolLayer padding(int height, int width) {
    return new AvgPoolLayer(name, kernel, stride, new Extent(height, width));
  }

  @Override
  public AvgPoolLayer named(String name) {
    return new AvgPoolLayer(Arguments.name(name), kernel, stride, padding);
  }

  @Override
  public String kind() {
    return "avgPool";
  }
}
