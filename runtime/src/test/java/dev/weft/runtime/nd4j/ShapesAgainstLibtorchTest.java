package dev.weft.runtime.nd4j;

import static dev.weft.dsl.Layers.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Shape;
import dev.weft.dsl.Stage;
import dev.weft.dsl.infer.Inference;
import dev.weft.dsl.infer.Inferred;
import dev.weft.dsl.infer.NetworkDeclaration;
import dev.weft.dsl.problem.Problem;
import dev.weft.runtime.testing.Libtorch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The shapes that inference finds are those that libtorch computes, and what libtorch refuses is
 * reported, over grids of images that are one pixel wider than high, windows, and so on.
 */
@Tag(Libtorch.TAG)
class ShapesAgainstLibtorchTest {
  private static final String REFUSED = "refused";

  /** Of what Weft refuses, libtorch, which is slow to refuse, is asked about every so many-th. */
  private static final int ASKED_ABOUT = 7;

  private int compared;
  private int refused;

  /** NNPACK warns at each convolution where it does not work. */
  @BeforeAll
  static void keepQuiet() {
    torch.globalContext().setUserEnabledNNPACK(false);
  }

  @Test
  void convolutions() {
    grid(
        of -> {
          int size = of[0] + 1;
          int kernel = of[1] + 1;
          int stride = of[2] + 1;
          int dilation = of[4] + 1;
          agree(
              1,
              size,
              () -> conv(1, kernel).stride(stride).padding(of[3]).dilation(dilation),
              x ->
                  torch.conv2d(
                      x,
                      ones(1, 1, kernel, kernel),
                      new TensorOptional(),
                      twice(stride),
                      twice(of[3]),
                      twice(dilation),
                      1));
        },
        9,
        5,
        3,
        3,
        3);
  }

  @Test
  void convolutionsThatKeepTheSize() {
    grid(
        of -> {
          int kernel = of[1] + 1;
          int dilation = of[2] + 1;
          agree(
              1,
              of[0] + 1,
              () -> conv(1, kernel).padding(SAME).dilation(dilation),
              x ->
                  torch.conv2d(
                      x,
                      ones(1, 1, kernel, kernel),
                      new TensorOptional(),
                      twice(1),
                      "same",
                      twice(dilation),
                      1));
        },
        9,
        6,
        4);
    assertThat(refused).isZero();
  }

  @Test
  void groupsOfConvolutions() {
    grid(
        of -> {
          int channels = of[0] + 1;
          int filters = of[1] + 1;
          int groups = of[2] + 1;
          agree(
              channels,
              2,
              () -> conv1x1(filters).groups(groups),
              x ->
                  torch.conv2d(
                      x,
                      ones(filters, Math.max(1, channels / groups), 1, 1),
                      new TensorOptional(),
                      twice(1),
                      twice(0),
                      twice(1),
                      groups));
        },
        8,
        8,
        8);
    assertThat(refused).isPositive();
  }

  @Test
  void transposedConvolutions() {
    grid(
        of -> {
          int kernel = of[1] + 1;
          int stride = of[2] + 1;
          int dilation = of[4] + 1;
          agree(
              1,
              of[0] + 1,
              () ->
                  transposedConv(1, kernel)
                      .stride(stride)
                      .padding(of[3])
                      .dilation(dilation)
                      .outputPadding(of[5]),
              x ->
                  torch.conv_transpose2d(
                      x,
                      ones(1, 1, kernel, kernel),
                      new TensorOptional(),
                      twice(stride),
                      twice(of[3]),
                      twice(of[5]),
                      1,
                      twice(dilation)));
        },
        5,
        4,
        3,
        3,
        2,
        4);
    assertThat(refused).isPositive();
  }

  /**
   * Weft refuses more in one case: a window with gaps that sees nothing but padding, which libtorch
   * takes and fills with minus infinity.
   */
  @Test
  void maxPoolings() {
    grid(
        of -> {
          int kernel = of[1] + 1;
          int stride = of[2] + 1;
          int dilation = of[4] + 1;
          agree(
              1,
              of[0] + 1,
              () -> {
                var pool = maxPool(kernel).stride(stride).padding(of[3]).dilation(dilation);
                return of[5] == 1 ? pool.ceilMode() : pool;
              },
              x ->
                  finite(
                      torch.max_pool2d(
                          x,
                          twice(kernel),
                          twice(stride),
                          twice(of[3]),
                          twice(dilation),
                          of[5] == 1)));
        },
        8,
        4,
        4,
        3,
        3,
        2);
    assertThat(refused).isPositive();
  }

  private static Tensor finite(Tensor pooled) {
    if (Double.isInfinite(pooled.min().item_double())) {
      throw new IllegalStateException("a window sees only padding");
    }
    return pooled;
  }

  @Test
  void averagePoolings() {
    grid(
        of -> {
          int kernel = of[1] + 1;
          int stride = of[2] + 1;
          agree(
              1,
              of[0] + 1,
              () -> {
                var pool = avgPool(kernel).stride(stride).padding(of[3]);
                return of[4] == 1 ? pool.ceilMode() : pool;
              },
              x ->
                  torch.avg_pool2d(
                      x,
                      twice(kernel),
                      twice(stride),
                      twice(of[3]),
                      of[4] == 1,
                      true,
                      new LongOptional()));
        },
        9,
        5,
        5,
        3,
        2);
    assertThat(refused).isPositive();
  }

  @Test
  void adaptivePoolings() {
    grid(
        of ->
            agree(
                1,
                of[0] + 1,
                () -> adaptiveAvgPool(of[1] + 1, of[2] + 1),
                x -> torch.adaptive_avg_pool2d(x, of[1] + 1, of[2] + 1)),
        8,
        8,
        8);
  }

  @Test
  void pixelShuffles() {
    grid(
        of ->
            agree(
                of[0] + 1,
                2,
                () -> pixelShuffle(of[1] + 1),
                x -> torch.pixel_shuffle(x, of[1] + 1)),
        20,
        4);
    assertThat(refused).isPositive();
  }

  /** All combinations of numbers below the bounds. */
  private void grid(Consumer<int[]> test, int... bounds) {
    int combinations = Arrays.stream(bounds).reduce(1, (a, b) -> a * b);
    for (int i = 0; i < combinations; i++) {
      int[] of = new int[bounds.length];
      int rest = i;
      for (int j = 0; j < bounds.length; j++) {
        of[j] = rest % bounds[j];
        rest /= bounds[j];
      }
      test.accept(of);
    }
    assertThat(compared).isEqualTo(combinations);
  }

  private interface Computed {
    Tensor from(Tensor x);
  }

  private void agree(int channels, int height, Supplier<Layer> declared, Computed computed) {
    String found = inferred(Shape.of(channels, height, height + 1), declared);
    compared++;
    boolean isRefused = found.startsWith(REFUSED);
    refused += isRefused ? 1 : 0;
    if (isRefused && refused % ASKED_ABOUT != 0) {
      return;
    }
    String expected = computed(computed, ones(1, channels, height, height + 1L));
    if (!found.startsWith(expected)) {
      throw new AssertionError(
          declared.get() + " on " + height + " rows: libtorch " + expected + ", Weft " + found);
    }
  }

  private static String computed(Computed computed, Tensor x) {
    try {
      long[] sizes = computed.from(x).shape();
      // libtorch takes an output without elements for one; Weft takes it for a mistake.
      return Arrays.stream(sizes).anyMatch(size -> size == 0)
          ? REFUSED
          : sizes[1] + "x" + sizes[2] + "x" + sizes[3];
    } catch (RuntimeException refused) {
      return REFUSED;
    }
  }

  private static String inferred(Shape input, Supplier<Layer> declared) {
    try {
      Stage stage = new Stage("a", declared.get());
      Inferred inferred = Inference.infer(new NetworkDeclaration("Net", input, List.of(stage)));
      return inferred
          .graph()
          .map(graph -> graph.outputShape().compact())
          .orElseGet(() -> REFUSED + inferred.problems().stream().map(Problem::headline).toList());
    } catch (IllegalArgumentException refused) {
      return REFUSED + ": " + refused.getMessage();
    }
  }

  private static Tensor ones(long... shape) {
    return torch.ones(shape);
  }

  private static long[] twice(long number) {
    return new long[] {number, number};
  }
}
