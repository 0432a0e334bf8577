package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.Window;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * One element of a sliding window in one direction: the outputs from {@code from} up to {@code to}
 * see the input pixels {@code offset + stride * output} through it; the others see padding.
 */
record Tap(long from, long to, int stride, long offset) {
  static Tap rows(Window window, int index, long inputs, long outputs) {
    int offset = index * window.dilation().height() - window.padding().top();
    return of(window.stride().height(), offset, inputs, outputs);
  }

  static Tap columns(Window window, int index, long inputs, long outputs) {
    int offset = index * window.dilation().width() - window.padding().left();
    return of(window.stride().width(), offset, inputs, outputs);
  }

  private static Tap of(int stride, long offset, long inputs, long outputs) {
    long from = offset >= 0 ? 0 : Math.floorDiv(-offset + stride - 1, (long) stride);
    long to = Math.min(outputs, Math.floorDiv(inputs - 1 - offset, (long) stride) + 1);
    return new Tap(from, to, stride, offset);
  }

  boolean isEmpty() {
    return from >= to;
  }

  INDArrayIndex output() {
    return NDArrayIndex.interval(from, to);
  }

  INDArrayIndex input() {
    return Views.every(offset + stride * from, stride, to - from);
  }
}
