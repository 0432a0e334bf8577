package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Designs people write around their blocks: configurations, builders, hierarchies, generics. */
@Network(input = {3, 8, 8})
@SuppressWarnings("lossy-conversions")
public interface Designs {
  /** Constants in a class of their own. */
  final class Config {
    static final int WIDTH = 32;
    static final double RATIO = 0.25;
    static final int NARROW = (int) (WIDTH * RATIO);
    static final String PREFIX = "stage" + NARROW + '_';
    static final List<Integer> DEPTHS = List.of(3, 4, 6, 3);
    static final Map<String, int[]> VARIANTS = new LinkedHashMap<>();

    static {
      VARIANTS.put("tiny", new int[] {1, 1});
      VARIANTS.put("small", new int[] {2, 2});
      for (int i = 0; i < 2; i++) {
        VARIANTS.put("v" + i, new int[] {i + 1, i + 2});
      }
    }

    private Config() {}

    static int depth(int stage) {
      return DEPTHS.get(Math.floorMod(stage, DEPTHS.size()));
    }

    /** Constants of constants. */
    static class Nested {
      static final int HALF = WIDTH / 2;
      static final int[] POWERS = powers(5);

      static int[] powers(int count) {
        int[] all = new int[count];
        for (int i = 0, n = 1; i < count; i++, n <<= 1) {
          all[i] = n;
        }
        return all;
      }
    }
  }

  default Layer constants() {
    int sum = 0;
    for (Map.Entry<String, int[]> each : Config.VARIANTS.entrySet()) {
      sum = sum * 10 + each.getValue()[0] * each.getValue()[1] + each.getKey().length();
    }
    return sequential(
        Show.of(sum),
        Show.of(Config.NARROW),
        Show.of(Config.PREFIX),
        Show.of(Config.depth(-1) + Config.depth(6)),
        Show.of(Config.Nested.HALF),
        Show.of(Config.Nested.POWERS[4]));
  }

  /** Constants with arguments and methods of their own. */
  enum Stage {
    STEM(16, 2) {
      @Override
      Layer layer(int index) {
        return conv7x7(width()).stride(stride());
      }
    },
    BODY(32, 1) {
      private int grown(int index) {
        return width() + index * 2;
      }

      @Override
      Layer layer(int index) {
        return conv3x3(grown(index));
      }

      @Override
      String label() {
        return super.label() + "!";
      }
    },
    HEAD(10) {
      @Override
      Layer layer(int index) {
        return conv1x1(width());
      }
    };

    private static final Map<Integer, Stage> BY_WIDTH =
        Arrays.stream(values()).collect(Collectors.toMap(s -> s.width, Function.identity()));

    private final int width;
    private final int stride;

    Stage(int width, int stride) {
      this.width = width;
      this.stride = stride;
    }

    Stage(int width) {
      this(width, 1);
    }

    abstract Layer layer(int index);

    int width() {
      return width;
    }

    int stride() {
      return stride;
    }

    String label() {
      return name().toLowerCase(java.util.Locale.ROOT) + ordinal();
    }

    static Stage byWidth(int width) {
      return BY_WIDTH.get(width);
    }
  }

  default Layer enumsWithBodies() {
    List<Layer> layers = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      layers.add(stage.layer(stage.ordinal()));
      layers.add(Show.of(stage.label()));
    }
    layers.add(Show.of(Stage.byWidth(32).name()));
    return sequential(layers.toArray(new Layer[0]));
  }

  /** A closed hierarchy of records. */
  sealed interface Spec permits Conv, Pool, Group {
    /** The layer that it describes. */
    default Layer build() {
      if (this instanceof Conv conv) {
        return conv3x3(conv.filters()).stride(conv.stride());
      }
      if (this instanceof Pool pool && pool.kernel() > 1) {
        return maxPool(pool.kernel());
      }
      return this instanceof Group group
          ? sequential(group.parts().stream().map(Spec::build).toArray(Layer[]::new))
          : identity();
    }
  }

  /** A convolution. */
  record Conv(int filters, int stride) implements Spec {
    Conv(int filters) {
      this(filters, 1);
    }

    Conv withStride(int stride) {
      return new Conv(filters, stride);
    }
  }

  /** A pooling. */
  record Pool(int kernel) implements Spec {
    static final Pool DEFAULT = new Pool(2);

    public Pool {
      kernel = Math.max(1, kernel);
    }
  }

  /** Several of them. */
  record Group(List<Spec> parts) implements Spec {
    Group(Spec... parts) {
      this(List.of(parts));
    }

    int depth() {
      return 1
          + parts.stream()
              .mapToInt(part -> part instanceof Group inner ? inner.depth() : 0)
              .max()
              .orElse(0);
    }
  }

  default Layer sealedRecords() {
    Group net =
        new Group(
            new Conv(8).withStride(2),
            Pool.DEFAULT,
            new Group(new Pool(-3), new Group(new Conv(4))));
    return sequential(
        net.build(),
        Show.of(net.depth()),
        Show.of(net.toString()),
        Show.of(net.equals(new Group(net.parts()))));
  }

  /** A builder with a state. */
  final class Builder {
    private final List<Layer> layers = new ArrayList<>();
    private int width = 4;
    private boolean normalised;
    private UnaryOperator<Layer> last = UnaryOperator.identity();

    Builder width(int width) {
      this.width = width;
      return this;
    }

    Builder normalised() {
      normalised = true;
      return this;
    }

    Builder conv(int kernel) {
      layers.add(dev.weft.dsl.Layers.conv(width, kernel).padding(SAME).named("c" + layers.size()));
      if (normalised) {
        layers.add(batchNorm());
      }
      width *= 2;
      return this;
    }

    Builder lastly(UnaryOperator<Layer> last) {
      var before = this.last;
      this.last = layer -> last.apply(before.apply(layer));
      return this;
    }

    Layer build() {
      return last.apply(sequential(layers.toArray(Layer[]::new)));
    }
  }

  default Layer fluentBuilders() {
    return new Builder()
        .conv(3)
        .normalised()
        .conv(1)
        .width(6)
        .conv(5)
        .lastly(layer -> residual(layer).project())
        .lastly(layer -> sequential(layer, relu()))
        .build();
  }

  /** A pair of anything. */
  record Pair<A, B>(A first, B second) {
    <C> Pair<A, C> withSecond(C other) {
      return new Pair<>(first, other);
    }

    static <T extends Comparable<T>> Pair<T, T> ordered(T one, T other) {
      return one.compareTo(other) <= 0 ? new Pair<>(one, other) : new Pair<>(other, one);
    }
  }

  default Layer generics() {
    Pair<String, Integer> pair = new Pair<>("conv", 3);
    Pair<String, Layer> made = pair.withSecond(conv3x3(pair.second() + 1));
    Pair<Integer, Integer> ordered = Pair.ordered(9, 4);
    var words = Pair.ordered("b", "a");
    return sequential(
        made.second(),
        Show.of(made.first()),
        Show.of(ordered.second() / ordered.first()),
        Show.of(words.first() + words),
        mapped(List.of(4, 8), dev.weft.dsl.Layers::conv1x1),
        Show.of(largest(List.of(3L, 11L, 7L))),
        Show.of(firstOr(List.<Double>of(), 2.5) / 2),
        Show.of(firstOr(List.of(7), 1) / 2));
  }

  private static <T> Layer mapped(List<? extends T> all, Function<? super T, ? extends Layer> f) {
    List<Layer> layers = new ArrayList<>();
    for (T each : all) {
      layers.add(f.apply(each));
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  private static <T extends Comparable<? super T>> T largest(Iterable<T> all) {
    T best = null;
    for (T each : all) {
      best = best == null || each.compareTo(best) > 0 ? each : best;
    }
    return best;
  }

  private static <T> T firstOr(List<T> all, T other) {
    return all.isEmpty() ? other : all.get(0);
  }

  /** A tree of nested records. */
  record Node(int value, Node left, Node right) {
    Node insert(int other) {
      if (other < value) {
        return new Node(value, left == null ? leaf(other) : left.insert(other), right);
      }
      return new Node(value, left, right == null ? leaf(other) : right.insert(other));
    }

    static Node leaf(int value) {
      return new Node(value, null, null);
    }

    int sum() {
      return value + (left == null ? 0 : left.sum()) + (right == null ? 0 : right.sum());
    }

    Layer layer() {
      Layer own = conv1x1(value);
      return left == null && right == null
          ? own
          : sequential(
              own,
              left != null ? left.layer() : identity(),
              right != null ? right.layer() : identity());
    }
  }

  default Layer trees() {
    Node root = Node.leaf(8);
    for (int value : new int[] {3, 12, 5, 9, 1}) {
      root = root.insert(value);
    }
    return sequential(root.layer(), Show.of(root.sum()), Show.of(root.left().toString()));
  }

  default Layer recursion() {
    return sequential(
        uNet(3, 4), Show.of(ackermann(2, 3)), Show.of(gcd(84, 36)), Show.of(isEven(7)));
  }

  private static Layer uNet(int depth, int width) {
    if (depth == 0) {
      return conv3x3(width);
    }
    Layer inner = uNet(depth - 1, width * 2);
    return sequential(
        conv3x3(width),
        concat(identity(), sequential(maxPool(2), inner, upsample(2))),
        conv3x3(width).named("merge" + depth));
  }

  private static int ackermann(int m, int n) {
    return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  private static boolean isEven(int n) {
    return n == 0 || !isEven(n - 1);
  }

  @SuppressWarnings("fallthrough")
  default Layer switches() {
    List<Layer> layers = new ArrayList<>();
    for (String token : "C8,P2,C16,R,N,C4".split(",")) {
      int number = token.length() > 1 ? Integer.parseInt(token.substring(1)) : 0;
      Layer layer =
          switch (token.charAt(0)) {
            case 'C' -> {
              int kernel = number > 8 ? 1 : 3;
              yield conv(number, kernel);
            }
            case 'P' -> maxPool(number);
            case 'R', 'T' -> relu();
            default -> batchNorm();
          };
      layers.add(layer);
      switch (number) {
        case 8:
          layers.add(tanh());
        case 4:
          layers.add(sigmoid());
          break;
        case 2:
          break;
        default:
          layers.add(identity());
      }
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer varargs() {
    return sequential(
        block("a", relu(), tanh()),
        block("b"),
        block("c", new Layer[] {sigmoid()}),
        block("d", more(3)),
        Show.of(sum()),
        Show.of(sum(1, 2, 3)),
        Show.of(text("%s-%s", 1, 'x')),
        Show.of(text("none")));
  }

  private static Layer block(String name, Layer... rest) {
    Layer[] all = Arrays.copyOf(rest, rest.length + 1);
    all[rest.length] = batchNorm();
    return sequential(all).named(name);
  }

  private static Layer[] more(int count) {
    return IntStream.range(0, count).mapToObj(i -> conv1x1(i + 1)).toArray(Layer[]::new);
  }

  private static long sum(int... values) {
    long sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  private static String text(String format, Object... arguments) {
    return arguments.length + String.format(format, arguments);
  }

  default Layer configurations() {
    Map<String, Object> config = Map.of("width", 8, "rate", 0.5, "name", "net", "deep", true);
    Map<String, Map<String, Integer>> nested = new HashMap<>();
    nested.computeIfAbsent("stem", k -> new HashMap<>()).put("width", 4);
    nested.computeIfAbsent("stem", k -> new HashMap<>()).merge("width", 3, Integer::sum);
    int width = (int) config.get("width") + nested.get("stem").get("width");
    double rate = (Double) config.getOrDefault("rate", 0.1);
    boolean deep = Boolean.TRUE.equals(config.get("deep"));
    return sequential(
        conv3x3(width),
        dropout(rate),
        deep ? relu() : tanh(),
        Show.of((String) config.get("name")));
  }

  /** Where objects of a class that is extended live. */
  abstract class Module {
    private static final int STEP = 2;
    protected final int width;

    protected Module(int width) {
      this.width = width;
    }

    abstract Layer body();

    Layer build() {
      return sequential(before(), body(), after());
    }

    Layer before() {
      return conv1x1(width);
    }

    Layer after() {
      return Show.of(getName() + width / STEP);
    }

    String getName() {
      return "module";
    }
  }

  /** One that overrides some of it. */
  class Wide extends Module {
    private final Supplier<Layer> activation;

    Wide(int width, Supplier<Layer> activation) {
      super(width * 2);
      this.activation = activation;
    }

    @Override
    Layer body() {
      return sequential(conv3x3(width), activation.get());
    }

    @Override
    Layer before() {
      return sequential(super.before(), batchNorm());
    }

    @Override
    String getName() {
      return "wide_" + super.getName();
    }
  }

  /** One that keeps the rest. */
  class Narrow extends Wide {
    Narrow() {
      super(3, () -> sigmoid());
    }

    @Override
    Layer after() {
      return identity();
    }
  }

  default Layer hierarchies() {
    Module[] modules = {new Wide(4, () -> relu()), new Narrow()};
    Layer[] built = new Layer[modules.length];
    int i = 0;
    for (Module module : modules) {
      built[i++] = module.build();
    }
    return sequential(built);
  }

  default Layer sorted() {
    List<Conv> convs =
        new ArrayList<>(List.of(new Conv(8), new Conv(4, 2), new Conv(16), new Conv(4)));
    convs.sort(
        Comparator.comparingInt(Conv::filters)
            .thenComparing(Conv::stride, Comparator.reverseOrder()));
    List<Integer> widths = new ArrayList<>(convs.stream().map(Conv::filters).toList());
    Collections.reverse(widths);
    Collections.swap(widths, 0, 2);
    Conv widest = Collections.max(convs, Comparator.comparing(Conv::filters));
    return sequential(
        Show.of(convs.toString()),
        Show.of(widths.toString()),
        Show.of(widest.toString()),
        Show.of(Collections.frequency(widths, 4)),
        sequential(Collections.nCopies(2, relu()).toArray(Layer[]::new)));
  }

  default Layer curried() {
    IntFunction<IntFunction<Layer>> block = filters -> stride -> conv3x3(filters).stride(stride);
    Function<Layer, Function<Layer, Layer>> pair = a -> b -> sequential(a, b);
    BiFunction<Integer, UnaryOperator<Layer>, Layer> repeated = this::repeated;
    return sequential(
        block.apply(8).apply(2),
        pair.apply(relu()).apply(tanh()),
        repeated.apply(3, inner -> residual(inner)));
  }

  private Layer repeated(int times, UnaryOperator<Layer> wrap) {
    Layer layer = conv3x3(3);
    for (int i = 0; i < times; i++) {
      layer = wrap.apply(layer);
    }
    return layer;
  }

  default Layer scaled() {
    double multiplier = 1.4;
    int divisor = 8;
    List<Layer> layers = new ArrayList<>();
    for (int[] row : new int[][] {{16, 1}, {24, 2}, {40, 2}}) {
      int width =
          Math.max(divisor, (int) (row[0] * multiplier + divisor / 2.0) / divisor * divisor);
      width += width < 0.9 * row[0] * multiplier ? divisor : 0;
      int depth = (int) Math.ceil(row[1] * 1.8f);
      float rate = 0.2f * depth / 10;
      layers.add(repeat(depth, i -> conv1x1(i + 1)));
      layers.add(conv3x3(width).stride(row[1]));
      layers.add(Show.of(rate));
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer mixedNumbers() {
    int i = 7;
    long l = i * 3_000_000_000L;
    float f = i / 2;
    double d = i / 2f + l % 5;
    i += 3.7;
    i -= 'a';
    short s = (short) i;
    s *= 2;
    byte b = (byte) (s + 100);
    Integer boxed = i;
    Long longBox = (long) boxed;
    Object object = true ? 1 : "s";
    return sequential(
        Show.of(l),
        Show.of(f),
        Show.of(d),
        Show.of(i),
        Show.of((int) s),
        Show.of((int) b),
        Show.of(boxed + longBox),
        Show.of(true ? boxed : 2.0),
        Show.of(object.toString()),
        Show.of(boxed.equals(i)),
        Show.of(longBox.equals(i)),
        Show.of(Objects.hash(1, 2L, "x")));
  }

  /** What something has by default. */
  interface Named {
    default String title() {
      return "named";
    }
  }

  /** Another default of the same name. */
  interface Titled {
    default String title() {
      return "titled";
    }
  }

  /** Both. */
  record Both(String own) implements Named, Titled {
    @Override
    public String title() {
      return Named.super.title() + Titled.super.title() + own;
    }

    Optional<String> first(int count) {
      return own.length() < count ? Optional.empty() : Optional.of(own.substring(0, count));
    }
  }

  default Layer defaults() {
    Both both = new Both("own");
    return sequential(
        Show.of(both.title()),
        Show.of(both.first(2).orElse("none")),
        Show.of(both.first(9).map(String::length).orElseGet(() -> -1)));
  }

  default Layer inners() {
    Counter counter = new Counter(3);
    Counter.Inner inner = counter.new Inner(4);
    inner.more();
    inner.more();
    return sequential(Show.of(counter.total), Show.of(inner.sum()));
  }

  /** An outer object with inner ones. */
  class Counter {
    int total;

    Counter(int total) {
      this.total = total;
    }

    /** Sees its outer object. */
    class Inner {
      private final int step;

      Inner(int step) {
        this.step = step;
      }

      void more() {
        total += step;
        Counter.this.total++;
      }

      int sum() {
        return total * 10 + step;
      }
    }
  }

  default Layer conditions() {
    Integer none = null;
    String name = null;
    int width =
        none != null && none > 3 ? none : name == null || name.isEmpty() ? 5 : name.length();
    boolean flag = width > 4 ^ width < 3;
    flag &= !flag | width == 5;
    int result = flag ? width++ + ++width : width-- - --width;
    Layer layer = width > 6 ? conv3x3(width) : relu();
    return sequential(layer, Show.of(result), Show.of(flag), Show.of(String.valueOf(name) + none));
  }
}
