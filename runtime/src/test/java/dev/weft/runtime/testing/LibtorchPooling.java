package dev.weft.runtime.testing;

import dev.weft.dsl.Sides;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.Window;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Poolings as libtorch computes them; where it cannot, because it pads opposite sides alike, on
 * images padded before.
 */
final class LibtorchPooling {
  private LibtorchPooling() {}

  static Tensor max(Window window, Tensor x) {
    if (window.padding().isSymmetric()) {
      return max(window, x, window.padding(), window.ceilMode());
    }
    Tensor large = LibtorchOps.padded(x, window.padding(), Double.NEGATIVE_INFINITY);
    Tensor larger = LibtorchOps.padded(large, beyond(window, x), Double.NEGATIVE_INFINITY);
    return max(window, larger, Sides.NONE, false);
  }

  private static Tensor max(Window window, Tensor x, Sides padding, boolean ceil) {
    return torch.max_pool2d(
        x,
        LibtorchOps.pair(window.kernel()),
        LibtorchOps.pair(window.stride()),
        new long[] {padding.top(), padding.left()},
        LibtorchOps.pair(window.dilation()),
        ceil);
  }

  static Tensor average(AvgPoolOp op, Tensor x) {
    Window window = op.window();
    if (window.padding().isSymmetric()) {
      return torch.avg_pool2d(
          x,
          LibtorchOps.pair(window.kernel()),
          LibtorchOps.pair(window.stride()),
          new long[] {window.padding().top(), window.padding().left()},
          window.ceilMode(),
          op.countIncludePad(),
          new LongOptional());
    }
    Tensor counted =
        LibtorchOps.padded(
            torch.ones_like(x.detach()), window.padding(), op.countIncludePad() ? 1 : 0);
    Sides beyond = beyond(window, x);
    Tensor sums =
        sums(window, LibtorchOps.padded(LibtorchOps.padded(x, window.padding(), 0), beyond, 0));
    return sums.div(sums(window, LibtorchOps.padded(counted, beyond, 0)));
  }

  private static Tensor sums(Window window, Tensor x) {
    return torch.avg_pool2d(
        x,
        LibtorchOps.pair(window.kernel()),
        LibtorchOps.pair(window.stride()),
        new long[] {0, 0},
        false,
        true,
        new LongOptional(1));
  }

  /** What the last window of the ceil mode covers behind the padding. */
  private static Sides beyond(Window window, Tensor x) {
    int height = (int) x.size(2);
    int width = (int) x.size(3);
    int rows = (window.height(height) - 1) * window.stride().height() + window.reach().height();
    int columns = (window.width(width) - 1) * window.stride().width() + window.reach().width();
    return new Sides(
        0,
        0,
        Math.max(0, rows - height - window.padding().vertical()),
        Math.max(0, columns - width - window.padding().horizontal()));
  }
}
