package dev.weft.dsl.infer;

import static dev.weft.dsl.Layers.*;
import static dev.weft.dsl.infer.Networks.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.DilatedLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.WindowedLayer;
import dev.weft.dsl.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever writes what a message suggests has no mistake left. */
class FixesTest {
  private static final Pattern MODIFIER = Pattern.compile("\\.(\\w+)\\(([^)]*)\\)");

  private int mended;

  @Test
  void paddingLetsAWindowFit() {
    for (int kernel : new int[] {1, 2, 3, 8, 40}) {
      for (int dilation : new int[] {1, 2, 17, 30_000}) {
        for (int padding : new int[] {0, 2}) {
          mend(conv(4, kernel, 2).dilation(dilation).padding(padding, 1), fixed -> fixed);
          mend(depthwiseConv(kernel).dilation(dilation).padding(0, 1, 2, padding), fixed -> fixed);
        }
      }
    }
    assertThat(mended).isGreaterThan(20);
  }

  @Test
  void paddingLetsABodyKeepItsSize() {
    for (int kernel = 1; kernel <= 5; kernel++) {
      for (int stride = 1; stride <= 3; stride++) {
        for (int dilation = 1; dilation <= 2; dilation++) {
          mend(conv(6, kernel).dilation(dilation).stride(stride), fixed -> residual(fixed));
          mend(maxPool(kernel).dilation(dilation).stride(stride), fixed -> residual(fixed));
          mend(avgPool(kernel).stride(stride), fixed -> add(identity(), fixed));
          mend(maxPool(kernel, 1).dilation(dilation, 1), fixed -> concat(fixed, identity()));
        }
      }
    }
    assertThat(mended).isGreaterThan(20);
  }

  /** Applies the modifiers of each fix to the one layer with a window. */
  private <L extends Layer & WindowedLayer<L>> void mend(L window, UnaryOperator<Layer> block) {
    Shape input = Shape.of(6, 12, 12);
    for (Problem problem : problems(input, block.apply(window))) {
      for (Problem.Fix fix : problem.fixes()) {
        if (fix.edit() != null && fix.edit().startsWith(".")) {
          Layer fixed = modified(window, fix.edit());
          assertThat(problems(input, block.apply(fixed)))
              .as("%s of %s", fix.edit(), window)
              .isEmpty();
          mended++;
        }
      }
    }
  }

  private static <L extends Layer & WindowedLayer<L>> Layer modified(L window, String edit) {
    L modified = window;
    Matcher modifiers = MODIFIER.matcher(edit);
    while (modifiers.find()) {
      int[] numbers =
          Stream.of(modifiers.group(2).split(", ")).mapToInt(Integer::parseInt).toArray();
      modified = modified(modified, modifiers.group(1), numbers);
    }
    return modified;
  }

  @SuppressWarnings("unchecked") // a modifier yields the same kind of layer
  private static <L extends Layer & WindowedLayer<L>> L modified(
      L window, String modifier, int[] numbers) {
    if (modifier.equals("stride")) {
      return window.stride(numbers[0]);
    } else if (modifier.equals("dilation")) {
      return (L) ((DilatedLayer<?>) window).dilation(numbers[0], numbers[numbers.length - 1]);
    }
    assertThat(modifier).isEqualTo("padding");
    List<Integer> sides = Arrays.stream(numbers).boxed().toList();
    return switch (sides.size()) {
      case 1 -> window.padding(sides.get(0));
      case 2 -> window.padding(sides.get(0), sides.get(1));
      default -> window.padding(sides.get(0), sides.get(1), sides.get(2), sides.get(3));
    };
  }
}
