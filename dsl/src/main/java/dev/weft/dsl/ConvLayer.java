package dev.weft.dsl;

/**
 * A two-dimensional convolution (cross-correlation, as in every framework) of {@code C x H x W} to
 * {@code filters x H' x W'}, where {@code H' = (H + 2 padding - dilation (kernel - 1) - 1) / stride
 * + 1}, rounded down.
 *
 * <p>Parameters: {@code weight} of {@code filters x C/groups x kernel height x kernel width} and,
 * unless {@link #noBias}, {@code bias} of {@code filters}.
 *
 * <pre>{@code
 * conv(96, 11).stride(4)                   // AlexNet's first layer
 * conv3x3(128).stride(2).noBias()          // padding 1, as every convKxK keeps the size
 * conv3x3(64).groups(2).named("conv2")
 * }</pre>
 *
 * @param name the given name, or null
 * @param filters output channels
 * @param kernel the window
 * @param stride pixels from one window to the next
 * @param padding zeros added on each side
 * @param dilation pixels from one element of the window to the next
 * @param groups independent groups of channels
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record ConvLayer(
    String name,
    int filters,
    Extent kernel,
    Extent stride,
    Extent padding,
    Extent dilation,
    int groups,
    boolean bias,
    Init init)
    implements Layer {

  /** Checks the arguments; made by {@link Layers#conv(int, int)} and its kin. */
  public ConvLayer {
    Arguments.atLeast(1, filters, "the number of filters");
    Arguments.atLeast(1, kernel, "kernel");
    Arguments.atLeast(1, stride, "stride");
    Arguments.atLeast(0, padding, "padding");
    Arguments.atLeast(1, dilation, "dilation");
    Arguments.atLeast(1, groups, "the number of groups");
    Arguments.notNull(init, "init");
  }

  /** This convolution with the same stride in both directions. */
  public ConvLayer stride(int stride) {
    return stride(stride, stride);
  }

  /** This convolution with a stride for each direction. */
  public ConvLayer stride(int height, int width) {
    return new ConvLayer(
        name, filters, kernel, new Extent(height, width), padding, dilation, groups, bias, init);
  }

  /** This convolution with so many zeros added on each of the four sides. */
  public ConvLayer padding(int padding) {
    return padding(padding, padding);
  }

  /** This convolution with zeros added above and below, and left and right. */
  public ConvLayer padding(int height, int width) {
    return new ConvLayer(
        name, filters, kernel, stride, new Extent(height, width), dilation, groups, bias, init);
  }

  /** This convolution with its window's elements so many pixels apart. */
  public ConvLayer dilation(int dilation) {
    return new ConvLayer(
        name, filters, kernel, stride, padding, Extent.square(dilation), groups, bias, init);
  }

  /**
   * This convolution split into independent groups of channels; both channel counts must divide.
   */
  public ConvLayer groups(int groups) {
    return new ConvLayer(name, filters, kernel, stride, padding, dilation, groups, bias, init);
  }

  /** This convolution without a bias, as before a batch normalisation. */
  public ConvLayer noBias() {
    return new ConvLayer(name, filters, kernel, stride, padding, dilation, groups, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public ConvLayer init(Init init) {
    return new ConvLayer(name, filters, kernel, stride, padding, dilation, groups, bias, init);
  }

  @Override
  public ConvLayer named(String name) {
    return new ConvLayer(
        Arguments.name(name), filters, kernel, stride, padding, dilation, groups, bias, init);
  }

  @Override
  public String kind() {
    return "conv";
  }
}
