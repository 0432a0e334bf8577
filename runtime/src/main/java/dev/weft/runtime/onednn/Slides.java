package dev.weft.runtime.onednn;

import dev.weft.dsl.op.Window;
import java.util.stream.LongStream;

/**
 * A window between an input and an output as oneDNN takes it: the padding behind follows from how
 * many windows there are.
 */
record Slides(long[] kernel, long[] strides, long[] gaps, long[] before, long[] behind) {
  static Slides of(Window window, Layout input, Layout output) {
    long[] kernel = {window.kernel().height(), window.kernel().width()};
    long[] strides = {window.stride().height(), window.stride().width()};
    long[] gaps = {window.dilation().height() - 1, window.dilation().width() - 1};
    long[] before = {window.padding().top(), window.padding().left()};
    long[] behind = new long[2];
    long[] reach = {window.reach().height(), window.reach().width()};
    for (int i = 0; i < 2; i++) {
      long covered = (output.dim(i + 2) - 1) * strides[i] + reach[i];
      behind[i] = covered - input.dim(i + 2) - before[i];
      if (output.dim(i + 2) == 1 && behind[i] >= 0) {
        // How far another window would be does not matter, but oneDNN 3.11 computes wrong numbers
        // for some columns of windows over a lone channel that are said to be far apart.
        strides[i] = 1;
      }
    }
    return new Slides(kernel, strides, gaps, before, behind);
  }

  /** Whether there is a row or column of the window that sees nothing but padding. */
  static boolean leavePaddingOnly(Window window, Layout input, Layout output) {
    Slides slides = of(window, input, output);
    return slides.leavePaddingOnly(0, input, output) || slides.leavePaddingOnly(1, input, output);
  }

  private boolean leavePaddingOnly(int axis, Layout input, Layout output) {
    return LongStream.range(0, kernel[axis])
        .map(tap -> tap * (gaps[axis] + 1) - before[axis])
        .anyMatch(first -> !sees(axis, first, input.dim(axis + 2), output.dim(axis + 2)));
  }

  /** Whether any of the pixels that a row or column of the window comes upon is in the image. */
  private boolean sees(int axis, long first, long size, long count) {
    return LongStream.range(0, count)
        .map(i -> first + i * strides[axis])
        .anyMatch(pixel -> pixel >= 0 && pixel < size);
  }
}
