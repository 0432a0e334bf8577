package dev.weft.dsl;

import java.util.OptionalInt;

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
 * conv(192, 1, 7).padding(SAME)            // one half of a factorised 7x7
 * conv3x3(64).groups(2).named("conv2")
 * }</pre>
 *
 * @param name the given name, or null
 * @param filters output channels
 * @param window the sliding window
 * @param groups independent groups of channels
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 * @param inChannels the input channels that the author counts on, if declared
 */
public record ConvLayer(
    String name,
    int filters,
    SlidingWindow window,
    int groups,
    boolean bias,
    Init init,
    OptionalInt inChannels)
    implements DilatedLayer<ConvLayer> {

  /** Checks the arguments; made by {@link Layers#conv(int, int)} and its kin. */
  public ConvLayer {
    Arguments.notNull(window, "window");
    Arguments.atLeast(1, filters, "the number of filters");
    Arguments.atLeast(1, groups, "the number of groups");
    Arguments.notNull(init, "init");
    inChannels.ifPresent(count -> Arguments.atLeast(1, count, "the number of input channels"));
  }

  @Override
  public ConvLayer window(SlidingWindow window) {
    return new ConvLayer(name, filters, window, groups, bias, init, inChannels);
  }

  /**
   * This convolution split into independent groups of channels; both channel counts must divide.
   */
  public ConvLayer groups(int groups) {
    return new ConvLayer(name, filters, window, groups, bias, init, inChannels);
  }

  /** This convolution without a bias, as before a batch normalisation. */
  public ConvLayer noBias() {
    return new ConvLayer(name, filters, window, groups, false, init, inChannels);
  }

  /** This convolution with its weights drawn in another way. */
  public ConvLayer init(Init init) {
    return new ConvLayer(name, filters, window, groups, bias, init, inChannels);
  }

  /** This convolution with the input channels that it must get: others are an error. */
  public ConvLayer inChannels(int count) {
    return new ConvLayer(name, filters, window, groups, bias, init, OptionalInt.of(count));
  }

  @Override
  public ConvLayer named(String name) {
    return new ConvLayer(Arguments.name(name), filters, window, groups, bias, init, inChannels);
  }

  @Override
  public String kind() {
    return "conv";
  }
}
