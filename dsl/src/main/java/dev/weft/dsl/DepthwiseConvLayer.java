package dev.weft.dsl;

/**
 * A depthwise convolution: each channel is filtered on its own, into {@code multiplier} channels.
 * The same as a convolution in as many groups as there are channels (Chollet 2017, "Xception";
 * Howard et al. 2017, "MobileNets").
 *
 * <p>Takes {@code C x H x W} to {@code (C multiplier) x H' x W'}, with {@code H'} as in {@link
 * ConvLayer}. Parameters: {@code weight} of {@code (C multiplier) x 1 x kernel height x kernel
 * width} and, unless {@link #noBias}, {@code bias}.
 *
 * <pre>{@code
 * sequential(depthwiseConv(3).padding(1).noBias(), batchNorm(), relu6())
 * }</pre>
 *
 * @param name the given name, or null
 * @param window the sliding window
 * @param multiplier output channels for each input channel
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record DepthwiseConvLayer(
    String name, SlidingWindow window, int multiplier, boolean bias, Init init)
    implements DilatedLayer<DepthwiseConvLayer> {

  /** Checks the arguments; made by {@link Layers#depthwiseConv(int)}. */
  public DepthwiseConvLayer {
    Arguments.notNull(window, "window");
    Arguments.atLeast(1, multiplier, "the multiplier");
    Arguments.notNull(init, "init");
  }

  @Override
  public DepthwiseConvLayer window(SlidingWindow window) {
    return new DepthwiseConvLayer(name, window, multiplier, bias, init);
  }

  /** This convolution with so many output channels for each input channel. */
  public DepthwiseConvLayer multiplier(int multiplier) {
    return new DepthwiseConvLayer(name, window, multiplier, bias, init);
  }

  /** This convolution without a bias, as before a batch normalisation. */
  public DepthwiseConvLayer noBias() {
    return new DepthwiseConvLayer(name, window, multiplier, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public DepthwiseConvLayer init(Init init) {
    return new DepthwiseConvLayer(name, window, multiplier, bias, init);
  }

  @Override
  public DepthwiseConvLayer named(String name) {
    return new DepthwiseConvLayer(Arguments.name(name), window, multiplier, bias, init);
  }

  @Override
  public String kind() {
    return "depthwiseConv";
  }
}
