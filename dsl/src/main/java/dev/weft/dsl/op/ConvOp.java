package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Init;
import dev.weft.dsl.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A convolution of {@code channels x H x W} to {@code filters x H' x W'}; see {@link
 * dev.weft.dsl.ConvLayer}.
 *
 * @param channels input channels
 * @param filters output channels
 * @param window how the window slides
 * @param groups independent groups of channels
 * @param bias whether a bias is added
 * @param init how the weights are drawn
 */
public record ConvOp(int channels, int filters, Window window, int groups, boolean bias, Init init)
    implements Op {

  /** A convolution in one group, with a bias, from He initialisation. */
  public static ConvOp of(int channels, int filters, Window window) {
    return new ConvOp(channels, filters, window, 1, true, Init.HE);
  }

  /** This convolution in several groups. */
  public ConvOp groups(int groups) {
    return new ConvOp(channels, filters, window, groups, bias, init);
  }

  /** This convolution without a bias. */
  public ConvOp noBias() {
    return new ConvOp(channels, filters, window, groups, false, init);
  }

  /** This convolution with its weights drawn in another way. */
  public ConvOp init(Init init) {
    return new ConvOp(channels, filters, window, groups, bias, init);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape input = inputs.get(0);
    return Shape.of(filters, window.height(input.height()), window.width(input.width()));
  }

  @Override
  public String kind() {
    return "conv";
  }

  @Override
  public String describe() {
    String text = describe("conv", filters, window);
    if (groups == 1) {
      return text;
    }
    return groups == channels && channels > 1
        ? text + ", depthwise"
        : text + ", " + groups + " groups";
  }

  /** {@code conv 3x3, 64, stride 2}. */
  static String describe(String kind, int filters, Window window) {
    String size = window.kernel().toString();
    return kind + " " + size + ", " + filters + window.describe().substring(size.length());
  }

  @Override
  public List<ParameterSpec> parameters() {
    Extent kernel = window.kernel();
    long taps = (long) kernel.height() * kernel.width();
    return ParameterSpec.weighted(
        Shape.of(filters, channels / groups, kernel.height(), kernel.width()),
        new ParameterSpec.Initial.Drawn(init, channels / groups * taps, filters / groups * taps),
        bias,
        filters);
  }

  @Override
  public long macs(Shape output) {
    long taps = (long) window.kernel().height() * window.kernel().width();
    return output.elements() * (channels / groups) * taps;
  }

  @Override
  public Optional<Window> slidingWindow() {
    return Optional.of(window);
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
