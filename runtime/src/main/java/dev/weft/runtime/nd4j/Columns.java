package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * What the windows of a convolution see, as the columns of a matrix: {@code channels x kernel
 * height x kernel width} rows, {@code images x output height x output width} columns. The
 * convolution then is one product of matrices.
 */
final class Columns {
  /** Bounds the scratch memory; larger products gain no more speed. */
  private static final long MOST_ELEMENTS = 1L << 22;

  private final Window window;

  Columns(Window window) {
    this.window = window;
  }

  /** How many images to take at a time, each of so many channels and windows. */
  long imagesAtATime(long channels, long windows) {
    long taps = (long) window.kernel().height() * window.kernel().width();
    return Math.max(1, MOST_ELEMENTS / (channels * taps * windows));
  }

  /**
   * Columns that hold whatever was left in the first scratch memory.
   *
   * @param channels of the images
   * @param windows has as many images, and a pixel for each window
   */
  INDArray in(Scratch scratch, long channels, INDArray windows) {
    return scratch.first(
        channels,
        window.kernel().height(),
        window.kernel().width(),
        windows.size(0),
        windows.size(2),
        windows.size(3));
  }

  /**
   * Fills the columns.
   *
   * @param images {@code N x C x H x W}
   * @param columns {@code C x kh x kw x N x OH x OW}
   */
  void gather(INDArray images, INDArray columns) {
    if (!window.padding().is(0) || window.ceilMode()) {
      columns.assign(0);
    }
    // ND4J's im2col takes about five times as long as a strided copy for each tap of the window.
    INDArray target = columns.permute(3, 0, 1, 2, 4, 5);
    for (int i = 0; i < window.kernel().height(); i++) {
      Tap rows = Tap.rows(window, i, images.size(2), columns.size(4));
      for (int j = 0; j < window.kernel().width(); j++) {
        Tap cols = Tap.columns(window, j, images.size(3), columns.size(5));
        if (!rows.isEmpty() && !cols.isEmpty()) {
          target
              .get(
                  NDArrayIndex.all(),
                  NDArrayIndex.all(),
                  NDArrayIndex.point(i),
                  NDArrayIndex.point(j),
                  rows.output(),
                  cols.output())
              .assign(
                  images.get(NDArrayIndex.all(), NDArrayIndex.all(), rows.input(), cols.input()));
        }
      }
    }
  }

  /**
   * Adds up the columns at the pixels they came from.
   *
   * @param columns as in {@link #gather}
   * @param images receives the sums
   */
  void scatter(INDArray columns, INDArray images) {
    int[] arguments = {
      window.stride().height(),
      window.stride().width(),
      window.padding().top(),
      window.padding().left(),
      (int) images.size(2),
      (int) images.size(3),
      window.dilation().height(),
      window.dilation().width(),
      0
    };
    Ops.exec("col2im", arguments, images, columns.permute(3, 0, 1, 2, 4, 5));
  }
}
