package dev.weft.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * The factories for layers, to be imported statically:
 *
 * <pre>{@code
 * import static dev.weft.dsl.Layers.*;
 *
 * static Layer block(int channels) {
 *   return residual(conv3x3(channels), relu(), conv3x3(channels)).then(relu());
 * }
 * }</pre>
 *
 * <p>Input channels are never written: they follow from what stands before. Defaults are PyTorch's.
 */
public final class Layers {
  /** Padding so that a window at stride 1 keeps the size; see {@link PaddingMode#SAME}. */
  public static final PaddingMode SAME = PaddingMode.SAME;

  /** No padding; see {@link PaddingMode#VALID}. */
  public static final PaddingMode VALID = PaddingMode.VALID;

  private static final int MOST_REPETITIONS = 5_000;

  private static final double EPSILON = 1e-5;

  private Layers() {}

  /** A convolution with a square window and no padding. */
  public static ConvLayer conv(int filters, int kernel) {
    return conv(filters, kernel, kernel);
  }

  /** A convolution with a window of the given height and width and no padding. */
  public static ConvLayer conv(int filters, int kernelHeight, int kernelWidth) {
    return new ConvLayer(
        null,
        filters,
        SlidingWindow.of(kernelHeight, kernelWidth),
        1,
        true,
        Init.HE,
        OptionalInt.empty());
  }

  /** A 1x1 convolution. */
  public static ConvLayer conv1x1(int filters) {
    return conv(filters, 1);
  }

  /** A 3x3 convolution with padding 1, which keeps the size at stride 1. */
  public static ConvLayer conv3x3(int filters) {
    return conv(filters, 3).padding(1);
  }

  /** A 5x5 convolution with padding 2, which keeps the size at stride 1. */
  public static ConvLayer conv5x5(int filters) {
    return conv(filters, 5).padding(2);
  }

  /** A 7x7 convolution with padding 3, which keeps the size at stride 1. */
  public static ConvLayer conv7x7(int filters) {
    return conv(filters, 7).padding(3);
  }

  /** An 11x11 convolution with padding 5, which keeps the size at stride 1. */
  public static ConvLayer conv11x11(int filters) {
    return conv(filters, 11).padding(5);
  }

  /** A convolution of each channel on its own, with a square window and no padding. */
  public static DepthwiseConvLayer depthwiseConv(int kernel) {
    return new DepthwiseConvLayer(null, SlidingWindow.of(kernel, kernel), 1, true, Init.HE);
  }

  /** A depthwise convolution with a square window and no padding, then a 1x1 convolution. */
  public static SeparableConvLayer separableConv(int filters, int kernel) {
    return new SeparableConvLayer(null, filters, SlidingWindow.of(kernel, kernel), true, Init.HE);
  }

  /** A transposed convolution with a square window and no padding. */
  public static TransposedConvLayer transposedConv(int filters, int kernel) {
    return new TransposedConvLayer(
        null, filters, SlidingWindow.of(kernel, kernel), Extent.square(0), 1, true, Init.HE);
  }

  /** Max pooling with a square window, the stride being the window. */
  public static MaxPoolLayer maxPool(int kernel) {
    return maxPool(kernel, kernel);
  }

  /** Max pooling with a window of the given height and width, the stride being the window. */
  public static MaxPoolLayer maxPool(int kernelHeight, int kernelWidth) {
    return new MaxPoolLayer(null, pool(kernelHeight, kernelWidth));
  }

  /** Average pooling with a square window, the stride being the window. */
  public static AvgPoolLayer avgPool(int kernel) {
    return avgPool(kernel, kernel);
  }

  /** Average pooling with a window of the given height and width, the stride being the window. */
  public static AvgPoolLayer avgPool(int kernelHeight, int kernelWidth) {
    return new AvgPoolLayer(null, pool(kernelHeight, kernelWidth), true);
  }

  private static SlidingWindow pool(int height, int width) {
    return SlidingWindow.of(height, width).stride(height, width);
  }

  /** Average pooling to a square of the given size. */
  public static AdaptiveAvgPoolLayer adaptiveAvgPool(int size) {
    return adaptiveAvgPool(size, size);
  }

  /** Average pooling to the given height and width. */
  public static AdaptiveAvgPoolLayer adaptiveAvgPool(int height, int width) {
    return new AdaptiveAvgPoolLayer(null, new Extent(height, width));
  }

  /** The average of each channel. */
  public static GlobalAvgPoolLayer globalAvgPool() {
    return new GlobalAvgPoolLayer(null);
  }

  /** A dense layer; an image before it is flattened. */
  public static DenseLayer dense(int features) {
    return new DenseLayer(null, features, true, Init.HE, OptionalInt.empty());
  }

  /** Turns an image into a vector. */
  public static FlattenLayer flatten() {
    return new FlattenLayer(null);
  }

  /** {@code max(0, x)}. */
  public static ActivationLayer relu() {
    return new ActivationLayer(null, Activation.RELU);
  }

  /** {@code min(max(0, x), 6)}. */
  public static ActivationLayer relu6() {
    return new ActivationLayer(null, Activation.RELU6);
  }

  /** The hyperbolic tangent. */
  public static ActivationLayer tanh() {
    return new ActivationLayer(null, Activation.TANH);
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static ActivationLayer sigmoid() {
    return new ActivationLayer(null, Activation.SIGMOID);
  }

  /** {@code x sigmoid(x)}, also called SiLU. */
  public static ActivationLayer swish() {
    return new ActivationLayer(null, Activation.SWISH);
  }

  /** {@code x min(max(0, x + 3), 6) / 6}. */
  public static ActivationLayer hardSwish() {
    return new ActivationLayer(null, Activation.HARD_SWISH);
  }

  /** {@code x Phi(x)}, with the normal distribution's cumulative function. */
  public static ActivationLayer gelu() {
    return new ActivationLayer(null, Activation.GELU);
  }

  /** {@code x} where it is positive, else {@code 0.01 x}. */
  public static LeakyReluLayer leakyRelu() {
    return leakyRelu(0.01);
  }

  /** {@code x} where it is positive, else {@code slope x}. */
  public static LeakyReluLayer leakyRelu(double slope) {
    return new LeakyReluLayer(null, slope);
  }

  /** The softmax over channels or features. */
  public static SoftmaxLayer softmax() {
    return new SoftmaxLayer(null);
  }

  /** Dropout with probability {@code p}, in training only. */
  public static DropoutLayer dropout(double p) {
    return new DropoutLayer(null, p);
  }

  /** Stochastic depth with probability {@code p}, in training only. */
  public static DropPathLayer dropPath(double p) {
    return new DropPathLayer(null, p);
  }

  /** Each pixel {@code factor} times in both directions. */
  public static UpsampleLayer upsample(int factor) {
    return new UpsampleLayer(null, factor);
  }

  /** So many zeros on each of the four sides. */
  public static PadLayer pad(int pixels) {
    return pad(pixels, pixels, pixels, pixels);
  }

  /** A number of zeros for each side. */
  public static PadLayer pad(int top, int left, int bottom, int right) {
    return new PadLayer(null, new Sides(top, left, bottom, right));
  }

  /** The image without so many pixels on each of the four sides. */
  public static CropLayer crop(int pixels) {
    return crop(pixels, pixels, pixels, pixels);
  }

  /** The image without a number of pixels for each side. */
  public static CropLayer crop(int top, int left, int bottom, int right) {
    return new CropLayer(null, new Sides(top, left, bottom, right));
  }

  /** Every stride-th pixel in both directions. */
  public static SubsampleLayer subsample(int stride) {
    return new SubsampleLayer(null, Extent.square(stride));
  }

  /** Channels of zeros in front of those of the input and behind them. */
  public static PadChannelsLayer padChannels(int before, int after) {
    return new PadChannelsLayer(null, before, after);
  }

  /** {@code factor^2} channels as the pixels of a larger image. */
  public static PixelShuffleLayer pixelShuffle(int factor) {
    return new PixelShuffleLayer(null, factor);
  }

  /** The channels of so many groups, dealt out. */
  public static ChannelShuffleLayer channelShuffle(int groups) {
    return new ChannelShuffleLayer(null, groups);
  }

  /** Batch normalisation with epsilon 1e-5 and momentum 0.1. */
  public static BatchNormLayer batchNorm() {
    return new BatchNormLayer(null, EPSILON, 0.1, OptionalInt.empty());
  }

  /** Batch normalisation of so many channels or features; others are an error. */
  public static BatchNormLayer batchNorm(int channels) {
    return new BatchNormLayer(null, EPSILON, 0.1, OptionalInt.of(channels));
  }

  /** Layer normalisation with epsilon 1e-5. */
  public static LayerNormLayer layerNorm() {
    return new LayerNormLayer(null, EPSILON);
  }

  /** Instance normalisation with epsilon 1e-5, without parameters. */
  public static InstanceNormLayer instanceNorm() {
    return new InstanceNormLayer(null, EPSILON, false);
  }

  /** Group normalisation with epsilon 1e-5. */
  public static GroupNormLayer groupNorm(int groups) {
    return new GroupNormLayer(null, groups, EPSILON);
  }

  /** Local response normalisation over so many channels, with alpha 1e-4, beta 0.75 and k 1. */
  public static LocalResponseNormLayer localResponseNorm(int size) {
    return new LocalResponseNormLayer(null, size, 1e-4, 0.75, 1);
  }

  /** Passes its input on unchanged. */
  public static IdentityLayer identity() {
    return new IdentityLayer(null);
  }

  /** The shape that the author counts on here; another is an error: {@code expect(64, 28, 28)}. */
  public static ExpectLayer expect(int... shape) {
    return new ExpectLayer(null, Shape.of(shape));
  }

  /** Layers one after the other, numbered from 0 where they are not named. */
  public static SequentialLayer sequential(Layer... layers) {
    return new SequentialLayer(null, Arguments.layers(layers, "sequential"));
  }

  /**
   * {@code count} layers one after the other, each made by {@code layer} from its index, which
   * counts from 0.
   *
   * <pre>{@code
   * repeat(3, i -> block(64, i == 0 ? 2 : 1))
   * }</pre>
   */
  public static RepeatLayer repeat(int count, IntFunction<? extends Layer> layer) {
    Arguments.between(1, MOST_REPETITIONS, count, "the number of repetitions");
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Layer made = layer.apply(i);
      if (made == null) {
        throw new IllegalArgumentException("repetition " + i + " is null in place of a layer");
      }
      layers.add(made);
    }
    return new RepeatLayer(null, layers);
  }

  /** A residual block: the given layers plus their input. */
  public static ResidualLayer residual(Layer... body) {
    return new ResidualLayer(
        null, Arguments.layers(body, "residual"), new Shortcut.Identity(), List.of());
  }

  /** Branches from the same input, joined on the channels. */
  public static ConcatLayer concat(Layer... branches) {
    return new ConcatLayer(null, Arguments.layers(branches, "concat"));
  }

  /** Branches from the same input, added element by element. */
  public static AddLayer add(Layer... branches) {
    return new AddLayer(null, Arguments.layers(branches, "add"));
  }

  /** The input times what the given layers make of it. */
  public static ScaleByLayer scaleBy(Layer... gate) {
    return new ScaleByLayer(null, Arguments.layers(gate, "scaleBy"));
  }

  /**
   * The input with what the given layers make of it appended to its channels: a layer of a dense
   * block.
   */
  public static AppendLayer append(Layer... layers) {
    return new AppendLayer(null, Arguments.layers(layers, "append"));
  }

  /**
   * The layer that {@code layer} makes from the number of channels that come in: {@code
   * withChannels(in -> conv1x1(in / 2))}.
   */
  public static WithChannelsLayer withChannels(IntFunction<? extends Layer> layer) {
    if (layer == null) {
      throw new IllegalArgumentException("withChannels is given null in place of a lambda");
    }
    return new WithChannelsLayer(null, layer);
  }

  /** A side output for training, whose loss has the weight 0.3. */
  public static AuxiliaryLayer auxiliary(Layer... head) {
    return new AuxiliaryLayer(null, Arguments.layers(head, "auxiliary"), 0.3);
  }

  /** A layer, or a block of layers, that training leaves as it is. */
  public static FrozenLayer frozen(Layer layer) {
    return FrozenLayer.of(layer);
  }

  /**
   * The stages of another network, an interface annotated with {@link Network}, as a block. Its
   * declared input does not matter: the shapes follow from where it stands.
   *
   * @throws IllegalStateException if it is run: only the processor can read another declaration
   */
  public static NetworkLayer network(Class<?> declaration) {
    throw new IllegalStateException(
        "network("
            + declaration.getSimpleName()
            + ".class) is read while the declaration compiles; it cannot be run");
  }
}
