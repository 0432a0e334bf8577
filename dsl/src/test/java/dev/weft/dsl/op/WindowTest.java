package dev.weft.dsl.op;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
  /** Counts the positions at which the dilated window lies within the padded input. */
  private static int countPositions(int input, int kernel, int stride, int padding, int dilation) {
    int positions = 0;
    for (int start = -padding; ; start += stride) {
      int last = start + (kernel - 1) * dilation;
      if (last >= input + padding) {
        return positions;
      }
      positions++;
    }
  }

  @Test
  void outputSizeIsTheNumberOfPositions() {
    int checked = 0;
    for (int input = 1; input <= 12; input++) {
      for (int kernel = 1; kernel <= 5; kernel++) {
        for (int stride = 1; stride <= 4; stride++) {
          for (int padding = 0; padding <= 3; padding++) {
            for (int dilation = 1; dilation <= 3; dilation++) {
              Window window =
                  Window.of(kernel, 1).stride(stride, 1).padding(padding, 0).dilation(dilation, 1);
              int expected = countPositions(input, kernel, stride, padding, dilation);
              assertThat(Math.max(0, window.height(input)))
                  .as("%d by %s", input, window)
                  .isEqualTo(expected);
              assertThat(window.width(7)).isEqualTo(7);
              checked++;
            }
          }
        }
      }
    }
    assertThat(checked).isEqualTo(12 * 5 * 4 * 4 * 3);
  }
}
