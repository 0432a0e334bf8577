package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.Window;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Calls of ND4J's pooling operations. These know neither padding that differs from side to side nor
 * the ceil mode; such a window slides over a copy of the images with the padding around them.
 */
final class Pooling {
  private final String operation;
  private final Window window;
  private final double padding;
  private final Scratch scratch;
  private final boolean framed;
  private final int[] arguments;

  /**
   * Prepares the calls.
   *
   * @param operation ND4J's name for the forward operation
   * @param extra ND4J's extra argument: for an average, whether padding is counted
   * @param padding what a padding pixel holds
   */
  Pooling(String operation, Window window, int extra, double padding, Scratch scratch) {
    this.operation = operation;
    this.window = window;
    this.padding = padding;
    this.scratch = scratch;
    framed = !window.padding().isSymmetric() || window.ceilMode();
    int explicitPadding = 0;
    int channelsFirst = 0;
    arguments =
        new int[] {
          window.kernel().height(),
          window.kernel().width(),
          window.stride().height(),
          window.stride().width(),
          framed ? 0 : window.padding().top(),
          framed ? 0 : window.padding().left(),
          window.dilation().height(),
          window.dilation().width(),
          explicitPadding,
          extra,
          channelsFirst
        };
  }

  void forward(INDArray x, INDArray y) {
    Ops.exec(operation, arguments, y, framed ? framed(x, y) : x);
  }

  /**
   * Computes the gradient; uses the first and the second scratch memory.
   *
   * @param x the input, or null if only its shape matters
   */
  void backward(INDArray x, INDArray gy, INDArray gx) {
    INDArray gradient = framed ? scratch.second(frame(gx, gy)) : gx;
    INDArray images = x == null ? gradient : framed ? framed(x, gy) : x;
    Ops.exec(operation + "_bp", arguments, gradient, images, gy);
    if (framed) {
      gx.assign(inside(gradient, gx));
    }
  }

  /** The images with the padding around them. */
  private INDArray framed(INDArray images, INDArray output) {
    INDArray large = scratch.first(frame(images, output));
    large.assign(padding);
    inside(large, images).assign(images);
    return large;
  }

  /** Images and padding, as far as the windows reach. */
  private long[] frame(INDArray images, INDArray output) {
    long height = (output.size(2) - 1) * window.stride().height() + window.reach().height();
    long width = (output.size(3) - 1) * window.stride().width() + window.reach().width();
    return new long[] {
      images.size(0),
      images.size(1),
      Math.max(height, window.padding().top() + images.size(2)),
      Math.max(width, window.padding().left() + images.size(3))
    };
  }

  private INDArray inside(INDArray large, INDArray images) {
    return Views.inside(large, window.padding().top(), window.padding().left(), images);
  }
}
