package dev.weft.dsl;

import java.util.ArrayList;
import java.util.List;
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
  private static final int MOST_REPETITIONS = 5_000;

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
        new Extent(kernelHeight, kernelWidth),
        Extent.square(1),
        Extent.square(0),
        Extent.square(1),
        1,
        true,
        Init.HE);
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

  /** Max pooling with a square window, the stride being the window. */
  public static MaxPoolLayer maxPool(int kernel) {
    Extent window = Extent.square(kernel);
    return new MaxPoolLayer(null, window, window, Extent.square(0));
  }

  /** Average pooling with a square window, the stride being the window. */
  public static AvgPoolLayer avgPool(int kernel) {
    Extent window = Extent.square(kernel);
    return new AvgPoolLayer(null, window, window, Extent.square(0));
  }

  /** The average of each channel. */
  public static GlobalAvgPoolLayer globalAvgPool() {
    return new GlobalAvgPoolLayer(null);
  }

  /** A dense layer; an image before it is flattened. */
  public static DenseLayer dense(int features) {
    return new DenseLayer(null, features, true, Init.HE);
  }

  /** Turns an image into a vector. */
  public static FlattenLayer flatten() {
    return new FlattenLayer(null);
  }

  /** {@code max(0, x)}. */
  public static ActivationLayer relu() {
    return new ActivationLayer(null, Activation.RELU);
  }

  /** The hyperbolic tangent. */
  public static ActivationLayer tanh() {
    return new ActivationLayer(null, Activation.TANH);
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public static ActivationLayer sigmoid() {
    return new ActivationLayer(null, Activation.SIGMOID);
  }

  /** The softmax over channels or features. */
  public static SoftmaxLayer softmax() {
    return new SoftmaxLayer(null);
  }

  /** Dropout with probability {@code p}, in training only. */
  public static DropoutLayer dropout(double p) {
    return new DropoutLayer(null, p);
  }

  /** Batch normalisation with epsilon 1e-5 and momentum 0.1. */
  public static BatchNormLayer batchNorm() {
    return new BatchNormLayer(null, 1e-5, 0.1);
  }

  /** Passes its input on unchanged. */
  public static IdentityLayer identity() {
    return new IdentityLayer(null);
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
}
