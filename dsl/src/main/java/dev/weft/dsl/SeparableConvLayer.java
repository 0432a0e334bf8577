package dev.weft.dsl;

/**
 * A depthwise separable convolution: a depthwise convolution and then a 1x1 convolution that mixes
 * the channels, for {@code C k k + C filters} weights in place of {@code C k k filters} (Chollet
 * 2017, "Xception").
 *
 * <p>Takes {@code C x H x W} to {@code filters x H' x W'}, with {@code H'} as in {@link ConvLayer}.
 * Its two convolutions are called {@code depthwise}, which has no bias, and {@code pointwise},
 * which has one unless {@link #noBias}.
 *
 * <pre>{@code
 * separableConv(128, 3).padding(1)
 * }</pre>
 *
 * @param name the given name, or null
 * @param filters output channels
 * @param window the sliding window of the depthwise convolution
 * @param bias whether a bias is added at the end
 * @param init how the weights are drawn
 */
public record SeparableConvLayer(
    String name, int filters, SlidingWindow window, boolean bias, Init init)
    implements DilatedLayer<SeparableConvLayer> {

  /** Checks the arguments; made by {@link Layers#separableConv(int, int)}. */
  public SeparableConvLayer {
    Arguments.notNull(window, "window");
    Arguments.atLeast(1, filters, "the number of filters");
    Arguments.notNull(init, "init");
  }

  @Override
  public SeparableConvLayer window(SlidingWindow window) {
    return new SeparableConvLayer(name, filters, window, bias, init);
  }

  /** This convolution without a bias, as before a batch normalisation. */
  public SeparableConvLayer noBias() {
    return new SeparableConvLayer(name, filters, window, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public SeparableConvLayer init(Init init) {
    return new SeparableConvLayer(name, filters, window, bias, init);
  }

  @Override
  public SeparableConvLayer named(String name) {
    return new SeparableConvLayer(Arguments.name(name), filters, window, bias, init);
  }

  @Override
  public String kind() {
    return "separableConv";
  }
}
