package dev.weft.dsl.naive;

import java.util.ArrayList;
import java.util.List;

/** Rows or columns of an image as lists of their indices; those of padding lie outside of it. */
final class Pixels {
  private Pixels() {}

  /** What each window covers of a row of {@code size} pixels, index by index. */
  static List<List<Integer>> windows(
      int size, int kernel, int stride, int dilation, int before, int after, boolean ceil) {
    List<List<Integer>> windows = new ArrayList<>();
    for (int start = -before; ; start += stride) {
      List<Integer> taps = new ArrayList<>();
      for (int tap = 0; tap < kernel; tap++) {
        taps.add(start + tap * dilation);
      }
      int overhang = taps.get(kernel - 1) - (size + after - 1);
      // In ceil mode, a window may hang over by less than a stride, but not start behind the image.
      boolean counts = ceil ? overhang < stride && start < size : overhang <= 0;
      if (!counts) {
        return windows;
      }
      windows.add(taps);
    }
  }

  /** The fewest pixels of padding with which a window starts for every {@code stride} pixels. */
  static int same(int size, int kernel, int stride, int dilation) {
    int wanted = 0;
    for (int pixel = 0; pixel < size; pixel += stride) {
      wanted++;
    }
    for (int padding = 0; ; padding++) {
      if (windows(size, kernel, stride, dilation, 0, padding, false).size() >= wanted) {
        return padding;
      }
    }
  }

  /** How many pixels windows paint that each stand on one pixel of the input. */
  static int painted(int size, int kernel, int stride, int dilation) {
    int last = 0;
    for (int pixel = 0; pixel < size; pixel++) {
      for (int tap = 0; tap < kernel; tap++) {
        last = Math.max(last, pixel * stride + tap * dilation);
      }
    }
    return last + 1;
  }

  /** The pixels from the first on that are a multiple of {@code stride}. */
  static int everyNth(int size, int stride) {
    return windows(size, 1, stride, 1, 0, 0, false).size();
  }

  /** The smallest stride that leaves {@code wanted} of {@code size} pixels, or 0. */
  static int strideBetween(int size, int wanted) {
    for (int stride = 1; stride <= size; stride++) {
      if (everyNth(size, stride) == wanted) {
        return stride;
      }
    }
    return 0;
  }

  /** Whether every window covers a pixel of the image. */
  static boolean allSeeTheImage(List<List<Integer>> windows, int size) {
    return windows.stream()
        .allMatch(taps -> taps.stream().anyMatch(pixel -> pixel >= 0 && pixel < size));
  }
}
