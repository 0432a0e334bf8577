package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;
import static dev.weft.processor.source.corpus.Blocks.Width.WIDE;
import static dev.weft.processor.source.corpus.Blocks.bottleneck;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Network;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Helpers, overloads, lambdas and inheritance. */
@Network(input = {3, 8, 8})
public interface Helping extends Base<String> {
  int[] WIDTHS = {64, 128, 256};
  int TWICE = WIDTHS[0] * 2;
  Layer SHARED = conv3x3(TWICE).noBias();

  /** Settings of a block. */
  record Setting(int channels, double rate, String... tags) {
    public Setting {
      if (rate > 0.9) {
        rate = 0.9;
      }
    }

    public Setting(int channels) {
      this(channels, 0.5);
    }

    static Setting of(int channels) {
      return new Setting(channels, 0.25, "a", "b");
    }

    int doubled() {
      return channels * 2 + tags.length;
    }

    Setting wider(int by) {
      return new Setting(channels + by, rate());
    }
  }

  default Layer resnet() {
    return sequential(repeat(WIDTHS.length, i -> block(WIDTHS[i], i == 0 ? 1 : 2)));
  }

  private static Layer block(int channels, int stride) {
    return residual(
            conv3x3(channels).stride(stride).noBias().named("conv1"),
            batchNorm().named("bn1"),
            relu(),
            conv3x3(channels).noBias().named("conv2"),
            batchNorm().named("bn2"))
        .project()
        .then(relu());
  }

  private Layer viaThis(int channels) {
    return this.pooled(channels);
  }

  default Layer pooled(int channels) {
    return sequential(Layers.conv1x1(channels), maxPool(3).stride(2).padding(1));
  }

  default Layer otherFile() {
    return sequential(bottleneck(64), Blocks.bottleneck(64, WIDE), Blocks.Width.of(3), viaThis(4));
  }

  default Layer otherStage() {
    return sequential(resnet(), SHARED, SHARED);
  }

  default Layer overloads() {
    return sequential(
        over(1),
        over(1L),
        over(1.0),
        over('c'),
        over("s"),
        over(1, 2),
        over(1, 2, 3),
        over(),
        over(relu()),
        over(new int[] {4, 5}));
  }

  static Layer over(int a) {
    return Show.of("int" + a);
  }

  static Layer over(long a) {
    return Show.of("long" + a);
  }

  static Layer over(double a) {
    return Show.of("double" + a);
  }

  static Layer over(String a) {
    return Show.of("text" + a);
  }

  static Layer over(Layer a) {
    return sequential(a);
  }

  static Layer over(int a, int b) {
    return Show.of("two" + a + b);
  }

  static Layer over(int... all) {
    return Show.of("all" + all.length);
  }

  default Layer varargs() {
    Layer[] two = {relu(), tanh()};
    return sequential(spread(relu()), spread(relu(), sigmoid()), spread(two), spread());
  }

  static Layer spread(Layer... layers) {
    return layers.length == 0 ? identity() : sequential(layers);
  }

  default Layer recursion() {
    return sequential(Show.of(fibonacci(12)), nested(3));
  }

  static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }

  static Layer nested(int depth) {
    return depth == 0 ? relu() : residual(conv3x3(depth), nested(depth - 1));
  }

  default Layer lambdas() {
    int base = 5;
    IntFunction<Layer> grow = i -> conv3x3(base + i);
    IntUnaryOperator twice = (int x) -> x * 2;
    Supplier<Layer> plain = () -> relu();
    Function<Integer, Layer> boxed =
        i -> {
          int channels = i + 1;
          return conv1x1(channels);
        };
    return sequential(
        grow.apply(2),
        Show.of(twice.applyAsInt(21)),
        plain.get(),
        boxed.apply(3),
        repeat(2, grow),
        repeat(2, i -> repeat(2, j -> i == j ? relu() : Show.of(i * 10 + j))),
        repeat(3, i -> conv1x1(i + 1)).named("a") == null ? relu() : tanh(),
        applied(i -> Show.of(i)),
        repeat(2, Helping::squared),
        repeat(2, this::pooledMore));
  }

  static Layer squared(int i) {
    return Show.of(i * i);
  }

  default Layer pooledMore(int i) {
    return pooled(i + 1);
  }

  static Layer applied(IntFunction<? extends Layer> f) {
    return sequential(f.apply(7), f.apply(8));
  }

  default Layer inherited() {
    return sequential(fromBase(), shared(9));
  }

  @Override
  default int width() {
    return 32;
  }

  default Layer records() {
    Setting a = new Setting(8, 2.0);
    Setting b = Setting.of(4).wider(3);
    return sequential(
        Show.of(a.rate()), Show.of(b.doubled()), Show.of(b.channels()), dropout(b.rate()));
  }

  /** What has a number of channels. */
  interface Shaped {
    int channels();

    default int doubled() {
      return 2 * channels();
    }

    default int more() {
      return 1;
    }

    default int moreThanDoubled() {
      return doubled() + more();
    }
  }

  /** A record whose accessor an inherited method calls. */
  record Plain(int channels) implements Shaped {
    @Override
    public int more() {
      return 7;
    }
  }

  default Layer recordsOfAnInterface() {
    Shaped plain = new Plain(4);
    return sequential(Show.of(plain.doubled()), Show.of(plain.moreThanDoubled()));
  }

  default Layer constantTables() {
    return sequential(
        Show.of(Blocks.DEPTHS[1][2]), Show.of(TWICE), Show.of(Blocks.NAMES.get(1)), SHARED);
  }

  /** Never read: the interpreter is lazy about what it does not need. */
  static int streams() {
    return IntStream.range(0, 3).sum() + List.of(1).size();
  }
}
