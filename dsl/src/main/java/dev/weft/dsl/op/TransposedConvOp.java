package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Set;

/**
 * A transposed convolution of {@code channels x H x W} to {@code filters x H' x W'}; see {@link
 * dev.weft.dsl.TransposedConvLayer}.
 *
 * @param channels input channels
 * @param filters output channels
 * @param window how the window of the convolution slides that this one transposes
 * @param outputPadding rows and columns added to the output below and to the right
 * @param groups independent groups of channels
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record TransposedConvOp(
    int channels,
    int filters,
    Window window,
    Extent outputPadding,
    int groups,
    boolean bias,
    Init init)
    implements Op {

  /** A transposed convolution in one group, with a bias, from He initialisation. */
  public static TransposedConvOp of(int channels, int filters, Window window) {
    return new TransposedConvOp(channels, filters, window, Extent.square(0), 1, true, Init.HE);
  }

  /** This convolution with rows and columns added to its output. */
  public TransposedConvOp outputPadding(int height, int width) {
    return new TransposedConvOp(
        channels, filters, window, new Extent(height, width), groups, bias, init);
  }

  /** This convolution in several groups. */
  public TransposedConvOp groups(int groups) {
    return new TransposedConvOp(channels, filters, window, outputPadding, groups, bias, init);
  }

  /** This convolution without a bias. */
  public TransposedConvOp noBias() {
    return new TransposedConvOp(channels, filters, window, outputPadding, groups, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public TransposedConvOp init(Init init) {
    return new TransposedConvOp(channels, filters, window, outputPadding, groups, bias, init);
  }

  /** The output height for an input height; may be below 1 where the padding is too large. */
  public int height(int input) {
    return size(
        input,
        window.stride().height(),
        window.padding().vertical(),
        window.reach().height(),
        outputPadding.height());
  }

  /** The output width for an input width; may be below 1 where the padding is too large. */
  public int width(int input) {
    return size(
        input,
        window.stride().width(),
        window.padding().horizontal(),
        window.reach().width(),
        outputPadding.width());
  }

  private static int size(int input, int stride, int padding, int reach, int added) {
    return input == Shape.UNKNOWN
        ? Shape.UNKNOWN
        : Math.toIntExact((input - 1L) * stride - padding + reach + added);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(filters, height(input.height()), width(input.width()));
  }

  @Override
  public String kind() {
    return "transposedConv";
  }

  @Override
  public String describe() {
    String text = ConvOp.describe(kind(), filters, window);
    return groups == 1 ? text : text + ", " + groups + " groups";
  }

  @Override
  public List<ParameterSpec> parameters() {
    Extent kernel = window.kernel();
    long taps = (long) kernel.height() * kernel.width();
    return ParameterSpec.weighted(
        Shape.of(channels, filters / groups, kernel.height(), kernel.width()),
        new ParameterSpec.Initial.Drawn(init, channels / groups * taps, filters / groups * taps),
        bias,
        filters);
  }

  /** Each input element meets each element of the window, whatever the padding cuts off. */
  @Override
  public long macs(Shape output) {
    long taps = (long) window.kernel().height() * window.kernel().width();
    long rows =
        inputs(
            output.height(),
            window.stride().height(),
            window.padding().vertical(),
            window.reach().height(),
            outputPadding.height());
    long columns =
        inputs(
            output.width(),
            window.stride().width(),
            window.padding().horizontal(),
            window.reach().width(),
            outputPadding.width());
    return Math.multiplyExact(rows * columns * channels, filters / groups * taps);
  }

  /** The size of the input of which {@link #size} makes an output. */
  private static long inputs(int output, int stride, int padding, int reach, int added) {
    return ((long) output + padding - reach - added) / stride + 1;
  }

  @Override
  public Sight sight(Shape input) {
    Extent reach = window.reach();
    Extent stride = window.stride();
    return new Sight(
        new Extent(
            (reach.height() - 1) / stride.height() + 1, (reach.width() - 1) / stride.width() + 1),
        1.0 / stride.height(),
        1.0 / stride.width());
  }

  @Override
  public Set<Need> backwardNeeds() {
    return Set.of(Need.INPUT);
  }

  @Override
  public Set<Need> frozenBackwardNeeds() {
    return Set.of();
  }
}
