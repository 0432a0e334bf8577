package dev.weft.dsl;

/**
 * A transposed convolution, the gradient of a convolution taken as a layer: it makes an image
 * larger where a convolution makes it smaller (Dumoulin and Visin 2016, "A guide to convolution
 * arithmetic", chapter 4).
 *
 * <p>Takes {@code C x H x W} to {@code filters x H' x W'}, where {@code H' = (H - 1) stride - 2
 * padding + dilation (kernel - 1) + outputPadding + 1}. With {@code padding(SAME)}, {@code H' = H
 * stride}, and none may be declared. Parameters: {@code weight} of {@code C x filters/groups x
 * kernel height x kernel width} and, unless {@link #noBias}, {@code bias} of {@code filters}.
 *
 * <pre>{@code
 * transposedConv(64, 2).stride(2)          // U-Net's up-convolution: twice the size
 * }</pre>
 *
 * @param name the given name, or null
 * @param filters output channels
 * @param window the sliding window of the convolution that it transposes
 * @param outputPadding rows and columns added to the output below and to the right
 * @param groups independent groups of channels
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record TransposedConvLayer(
    String name,
    int filters,
    SlidingWindow window,
    Extent outputPadding,
    int groups,
    boolean bias,
    Init init)
    implements DilatedLayer<TransposedConvLayer> {

  /** Checks the arguments; made by {@link Layers#transposedConv(int, int)}. */
  public TransposedConvLayer {
    Arguments.notNull(window, "window");
    Arguments.atLeast(1, filters, "the number of filters");
    Arguments.atLeast(0, outputPadding, "the output padding");
    Arguments.atLeast(1, groups, "the number of groups");
    Arguments.notNull(init, "init");
  }

  @Override
  public TransposedConvLayer window(SlidingWindow window) {
    return new TransposedConvLayer(name, filters, window, outputPadding, groups, bias, init);
  }

  /**
   * This convolution with rows and columns added below and to the right of its output: fewer than
   * its stride or its dilation.
   */
  public TransposedConvLayer outputPadding(int pixels) {
    return outputPadding(pixels, pixels);
  }

  /** This convolution with rows added below and columns added to the right of its output. */
  public TransposedConvLayer outputPadding(int height, int width) {
    return new TransposedConvLayer(
        name, filters, window, new Extent(height, width), groups, bias, init);
  }

  /**
   * This convolution split into independent groups of channels; both channel counts must divide.
   */
  public TransposedConvLayer groups(int groups) {
    return new TransposedConvLayer(name, filters, window, outputPadding, groups, bias, init);
  }

  /** This convolution without a bias, as before a batch normalisation. */
  public TransposedConvLayer noBias() {
    return new TransposedConvLayer(name, filters, window, outputPadding, groups, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public TransposedConvLayer init(Init init) {
    return new TransposedConvLayer(name, filters, window, outputPadding, groups, bias, init);
  }

  @Override
  public TransposedConvLayer named(String name) {
    return new TransposedConvLayer(
        Arguments.name(name), filters, window, outputPadding, groups, bias, init);
  }

  @Override
  public String kind() {
    return "transposedConv";
  }
}
