package dev.weft.runtime.testing;

import dev.weft.dsl.Extent;
import dev.weft.dsl.Shape;
import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.LocalResponseNormOp;
import dev.weft.dsl.op.MaxPoolOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.dsl.op.Window;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Operations of drawn windows, groups and channels, of which some are odd, on drawn images. */
final class RandomLayers {
  private static final int[] CHANNELS = {1, 2, 3, 4, 8, 16, 17, 32, 48};
  private static final int MOST_SIDE = 20;

  private final Random random;

  private RandomLayers(Random random) {
    this.random = random;
  }

  /** So many cases of each kind of layer, the same for each seed. */
  static Stream<LayerCase> of(long seed, int count) {
    RandomLayers layers = new RandomLayers(new Random(seed));
    return Stream.generate(layers::round).limit(count).flatMap(List::stream);
  }

  private List<LayerCase> round() {
    return List.of(
        fitting(this::conv),
        fitting(this::conv),
        fitting(this::depthwise),
        fitting(this::transposedConv),
        fitting(this::maxPool),
        fitting(this::avgPool),
        dense(),
        norm(),
        adaptivePool());
  }

  /** Draws a case, which may turn out impossible. */
  private interface Draw {
    LayerCase draw(long[] input);
  }

  private LayerCase fitting(Draw draw) {
    return Stream.generate(() -> drawn(draw)).flatMap(Optional::stream).findFirst().orElseThrow();
  }

  private Optional<LayerCase> drawn(Draw draw) {
    long[] input = image();
    try {
      LayerCase drawn = draw.draw(input);
      long[] shape = drawn.inputs().get(0);
      Shape one = Shape.of((int) shape[1], (int) shape[2], (int) shape[3]);
      return drawn.op().output(List.of(one)).elements() > 0 ? Optional.of(drawn) : Optional.empty();
    } catch (IllegalArgumentException impossible) {
      return Optional.empty();
    }
  }

  private long[] image() {
    return new long[] {upTo(4), channels(), upTo(MOST_SIDE), upTo(MOST_SIDE)};
  }

  private int channels() {
    return CHANNELS[random.nextInt(CHANNELS.length)];
  }

  /** From 1 to {@code most}. */
  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private Window window() {
    Window window =
        Window.of(upTo(5), upTo(5))
            .stride(upTo(3), upTo(3))
            .padding(below(4), below(4), below(4), below(4));
    return random.nextInt(3) == 0 ? window.dilation(upTo(3), upTo(3)) : window;
  }

  private LayerCase conv(long... input) {
    int groups = random.nextBoolean() ? 1 : upTo(4);
    int filters = groups * upTo(20);
    ConvOp op = ConvOp.of(groups * (int) input[1], filters, window()).groups(groups);
    return of(random.nextBoolean() ? op : op.noBias(), input[0], op.channels(), input[2], input[3]);
  }

  private LayerCase depthwise(long... input) {
    int channels = (int) input[1];
    return of(ConvOp.of(channels, channels, window()).groups(channels).noBias(), input);
  }

  private LayerCase transposedConv(long... input) {
    int groups = random.nextBoolean() ? 1 : upTo(4);
    TransposedConvOp op =
        TransposedConvOp.of(groups * (int) input[1], groups * upTo(20), window()).groups(groups);
    if (random.nextBoolean()) {
      Extent stride = op.window().stride();
      op = op.outputPadding(below(stride.height()), below(stride.width()));
    }
    return of(op, input[0], op.channels(), input[2], input[3]);
  }

  /** Windows that see at least one pixel each. */
  private Window poolingWindow() {
    int height = upTo(5);
    int width = upTo(5);
    Window window =
        Window.of(height, width)
            .stride(upTo(3), upTo(3))
            .padding(below(height / 2 + 1), below(width / 2 + 1));
    return random.nextBoolean() ? window.ceil() : window;
  }

  private LayerCase maxPool(long... input) {
    Window window = poolingWindow();
    boolean dilated = window.padding().is(0) && random.nextBoolean();
    return of(new MaxPoolOp(dilated ? window.dilation(upTo(2), upTo(3)) : window), input);
  }

  private LayerCase avgPool(long... input) {
    return of(new AvgPoolOp(poolingWindow(), random.nextBoolean()), input);
  }

  private LayerCase dense() {
    DenseOp op = DenseOp.of(upTo(70), upTo(70));
    return of(random.nextBoolean() ? op : op.noBias(), upTo(9), op.inputs());
  }

  private LayerCase norm() {
    long[] input = image();
    // Of two or three values, deviations, and with them gradients, may be anything.
    input[0] += 1;
    input[2] += 2;
    int channels = (int) input[1];
    return switch (random.nextInt(4)) {
      case 0 -> of(new BatchNormOp(channels, 1e-3, 0.1), input);
      case 1 -> of(new LocalResponseNormOp(upTo(9), 1, 0.75, 1), input);
      case 2 ->
          of(new LayerNormOp(Shape.of(channels, (int) input[2], (int) input[3]), 1e-3), input);
      default -> {
        int groups = upTo(4);
        input[1] *= groups;
        yield of(new GroupNormOp(groups * channels, groups, 1e-3, random.nextBoolean()), input);
      }
    };
  }

  private LayerCase adaptivePool() {
    return of(new AdaptiveAvgPoolOp(new Extent(upTo(9), upTo(9))), image());
  }

  private static LayerCase of(Op op, long... input) {
    return new LayerCase(op, List.of(input));
  }
}
