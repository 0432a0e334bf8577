package dev.weft.dsl.lint;

import dev.weft.dsl.Shape;
import dev.weft.dsl.op.Window;

/**
 * A sliding window in one direction.
 *
 * @param input rows (or columns) of the input
 * @param kernel elements of the window
 * @param stride rows from one window to the next
 * @param before rows of padding above
 * @param after rows of padding below
 * @param dilation rows from one element of the window to the next
 * @param outputs the number of windows
 */
record Axis(int input, int kernel, int stride, int before, int after, int dilation, int outputs) {

  static Axis vertical(Window window, Shape input) {
    return new Axis(
        input.height(),
        window.kernel().height(),
        window.stride().height(),
        window.padding().top(),
        window.padding().bottom(),
        window.dilation().height(),
        window.height(input.height()));
  }

  static Axis horizontal(Window window, Shape input) {
    return new Axis(
        input.width(),
        window.kernel().width(),
        window.stride().width(),
        window.padding().left(),
        window.padding().right(),
        window.dilation().width(),
        window.width(input.width()));
  }

  /** The rows that the window covers. */
  int reach() {
    return dilation * (kernel - 1) + 1;
  }

  /** The rows over which the first window can move. */
  private long room() {
    return (long) input + before + after - reach();
  }

  /** Rows behind the last window, padding included. */
  int rest() {
    return (int) (room() % stride);
  }

  /** Rows of the input itself behind the last window. */
  int unread() {
    return Math.max(0, rest() - after);
  }

  /** {@code (N - F + 2P) / S + 1}, not rounded. */
  double exactOutputs() {
    return (double) room() / stride + 1;
  }

  /** The smallest padding on both sides with which the last window ends at the end; -1 if none. */
  int exactPadding(int most) {
    int least = Math.max(before, after);
    for (int padding = least; padding <= most && padding < least + stride; padding++) {
      if ((input + 2L * padding - reach()) % stride == 0) {
        return padding;
      }
    }
    return -1;
  }

  /** How many of the window's elements see the input, and not only padding, in some position. */
  int seeing() {
    int count = 0;
    for (int tap = 0; tap < kernel; tap++) {
      count += sees(tap) ? 1 : 0;
    }
    return count;
  }

  private boolean sees(int tap) {
    long offset = (long) tap * dilation - before;
    long first = offset >= 0 ? 0 : (-offset + stride - 1) / stride;
    return first < outputs && first * stride + offset < input;
  }
}
