package dev.weft.runtime.onednn;

import dev.weft.dsl.op.Window;

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
    }
    return new Slides(kernel, strides, gaps, before, behind);
  }
}
