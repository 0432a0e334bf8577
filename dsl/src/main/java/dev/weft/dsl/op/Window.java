package dev.weft.dsl.op;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Sides;

/**
 * The sliding window of a convolution or a pooling.
 *
 * <pre>{@code
 * Window.of(3, 3).stride(2, 2).padding(1, 1).height(224)   // 112
 * }</pre>
 *
 * @param kernel elements of the window
 * @param stride pixels from one window to the next
 * @param padding pixels added on each side
 * @param dilation pixels from one element of the window to the next
 * @param ceilMode whether a last window counts that the input fills only in part, as long as it
 *     starts in the input or in the padding before it
 */
public record Window(
    Extent kernel, Extent stride, Sides padding, Extent dilation, boolean ceilMode) {
  /** A window at stride 1 without padding or dilation. */
  public static Window of(int height, int width) {
    return new Window(
        new Extent(height, width), Extent.square(1), Sides.NONE, Extent.square(1), false);
  }

  /** This window with another stride. */
  public Window stride(int height, int width) {
    return new Window(kernel, new Extent(height, width), padding, dilation, ceilMode);
  }

  /** This window with another padding, the same above and below, and left and right. */
  public Window padding(int height, int width) {
    return padding(Sides.of(height, width));
  }

  /** This window with another padding for each side. */
  public Window padding(int top, int left, int bottom, int right) {
    return padding(new Sides(top, left, bottom, right));
  }

  /** This window with another padding. */
  public Window padding(Sides padding) {
    return new Window(kernel, stride, padding, dilation, ceilMode);
  }

  /** This window with another dilation. */
  public Window dilation(int height, int width) {
    return new Window(kernel, stride, padding, new Extent(height, width), ceilMode);
  }

  /** This window with its number of outputs rounded up. */
  public Window ceil() {
    return new Window(kernel, stride, padding, dilation, true);
  }

  /** The pixels that the dilated window covers: {@code dilation (kernel - 1) + 1}. */
  public Extent reach() {
    return new Extent(
        reach(kernel.height(), dilation.height()), reach(kernel.width(), dilation.width()));
  }

  private static int reach(int kernel, int dilation) {
    return Math.addExact(Math.multiplyExact(dilation, kernel - 1), 1);
  }

  /** The output height for an input height: {@code (N - F + 2P) / S + 1}, rounded down or up. */
  public int height(int input) {
    return size(input, reach().height(), padding.top(), padding.bottom(), stride.height());
  }

  /** The output width for an input width. */
  public int width(int input) {
    return size(input, reach().width(), padding.left(), padding.right(), stride.width());
  }

  /** The output of a pooling of an image. */
  Shape output(Shape input) {
    return Shape.of(input.channels(), height(input.height()), width(input.width()));
  }

  private int size(int input, int reach, int before, int after, int stride) {
    if (input == Shape.UNKNOWN) {
      return Shape.UNKNOWN;
    }
    long room = (long) input + before + after - reach + (ceilMode ? stride - 1 : 0);
    long outputs = Math.floorDiv(room, (long) stride) + 1;
    // As in PyTorch, a window that would start in the padding behind the input does not count.
    boolean startsBehind = ceilMode && (outputs - 1) * stride >= (long) input + before;
    return Math.toIntExact(startsBehind ? outputs - 1 : outputs);
  }

  /** The window with its arguments as in a layer table: {@code 3x3, stride 2}. */
  String describe() {
    StringBuilder text = new StringBuilder(kernel.toString());
    if (!stride.is(1)) {
      text.append(", stride ").append(stride.brief());
    }
    if (!dilation.is(1)) {
      text.append(", dilation ").append(dilation.brief());
    }
    return text.append(ceilMode ? ", ceil" : "").toString();
  }
}
