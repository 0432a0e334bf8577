package dev.weft.dsl.lint;

import static dev.weft.dsl.infer.Networks.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layers;
import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;
import dev.weft.dsl.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Windows slid by hand over rows of pixels, each of which notes who saw it. */
class WindowsByBruteForceTest {
  private record Slid(int unread, boolean[] seeing) {}

  /** One row of pixels, and the window at each place where it fits. */
  private static Slid slide(int input, int kernel, int stride, int before, int after, int gap) {
    boolean[] read = new boolean[input];
    boolean[] seeing = new boolean[kernel];
    int reach = (kernel - 1) * gap + 1;
    for (int start = -before; start + reach <= input + after; start += stride) {
      for (int tap = 0; tap < kernel; tap++) {
        int pixel = start + tap * gap;
        if (pixel >= 0 && pixel < input) {
          read[pixel] = true;
          seeing[tap] = true;
        }
      }
    }
    int unread = 0;
    while (unread < input && !read[input - 1 - unread]) {
      unread++;
    }
    return new Slid(unread, seeing);
  }

  @Test
  void everySmallWindowIsJudgedAsSlidingItByHandDoes() {
    int judged = 0;
    for (int input = 1; input <= 9; input++) {
      for (int kernel = 1; kernel <= 4; kernel++) {
        for (int stride = 1; stride <= 4; stride++) {
          for (int before = 0; before <= 3; before++) {
            for (int after = 0; after <= 3; after++) {
              for (int gap = 1; gap <= 3; gap++) {
                judged += judge(input, kernel, stride, before, after, gap) ? 1 : 0;
              }
            }
          }
        }
      }
    }
    assertThat(judged).isGreaterThan(4000);
  }

  private static boolean judge(int input, int kernel, int stride, int before, int after, int gap) {
    int reach = (kernel - 1) * gap + 1;
    if (reach > input + before + after) {
      return false;
    }
    Slid slid = slide(input, kernel, stride, before, after, gap);
    int dead = 0;
    for (boolean sees : slid.seeing()) {
      dead += sees ? 0 : 1;
    }
    List<Problem> found =
        Lint.check(
            graph(
                Shape.of(1, input, 1),
                Layers.conv(1, kernel, 1)
                    .stride(stride, 1)
                    .padding(before, 0, after, 0)
                    .dilation(gap, 1)));
    String what = "%d %d %d %d %d %d".formatted(input, kernel, stride, before, after, gap);
    // Windows with gaps read no line between two elements, which no padding would mend.
    boolean isTail = gap == 1 && kernel >= stride && slid.unread() > 0;
    if (gap == 1) {
      assertThat(has(found, Code.INEXACT_STRIDE)).as(what).isEqualTo(isTail);
    }
    assertThat(has(found, Code.DEAD_RECEPTIVE_FIELD)).as(what).isEqualTo(dead > 0);
    if (dead > 0) {
      assertThat(headline(found, Code.DEAD_RECEPTIVE_FIELD))
          .as(what)
          .startsWith(dead + " of the " + kernel + " elements");
    }
    if (isTail) {
      String lines = slid.unread() == 1 ? "row of" : slid.unread() + " rows of";
      assertThat(headline(found, Code.INEXACT_STRIDE)).as(what).startsWith("the last " + lines);
    }
    return true;
  }

  private static boolean has(List<Problem> found, Code code) {
    return found.stream().anyMatch(problem -> problem.code() == code);
  }

  private static String headline(List<Problem> found, Code code) {
    return found.stream().filter(p -> p.code() == code).findFirst().orElseThrow().headline();
  }
}
