package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Network;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Java as people write it around their layers: collections, streams, functions and text. */
@Network(input = {3, 8, 8})
public interface Idioms {
  /** A kind of layer, which knows its own methods by their simple names. */
  enum Kind {
    CONV,
    POOL,
    NORM;

    static int count() {
      return values().length;
    }

    static Kind parse(String text) {
      return valueOf(text.trim().toUpperCase(java.util.Locale.ROOT));
    }

    Kind next() {
      return values()[(ordinal() + 1) % values().length];
    }

    boolean isLast() {
      return compareTo(NORM) == 0 && name().equals("NORM") && equals(valueOf("NORM"));
    }
  }

  default Layer enumsKnowThemselves() {
    return sequential(
        Show.of(Kind.count()),
        Show.of(Kind.parse(" pool ").name()),
        Show.of(Kind.NORM.next().ordinal()),
        Show.of(Kind.CONV.isLast()),
        Show.of(Kind.NORM.isLast()));
  }

  /** A functional interface with methods of its own. */
  interface Maker {
    Layer make(int channels);

    default Maker twice() {
      return channels -> sequential(make(channels), make(channels));
    }

    default Maker then(Maker next) {
      return channels -> sequential(this.make(channels), next.make(channels));
    }

    default <T> Function<T, Layer> from(Function<? super T, Integer> width) {
      return value -> make(width.apply(value));
    }

    static Maker of(Supplier<? extends Layer> supplier) {
      return channels -> supplier.get();
    }
  }

  default Layer functionsOfTheirOwn() {
    Maker wide = c -> conv3x3(c).noBias();
    Maker norm = Maker.of(Layers::batchNorm);
    Maker both = wide.then(norm).then(Maker.of(() -> relu())).twice();
    return sequential(
        both.make(4), wide.twice().twice().make(2), norm.from(String::length).apply("abc"));
  }

  default Layer composedFunctions() {
    IntUnaryOperator twice = n -> n * 2;
    IntUnaryOperator more = twice.andThen(n -> n + 1).compose(n -> n + 10);
    Function<Integer, Integer> half = n -> n / 2;
    Function<Integer, ConvLayer> layer = half.andThen(Layers::conv3x3);
    Function<String, Layer> parsed =
        layer.compose((String text) -> Integer.parseInt(text) + 2)::apply;
    BiFunction<Integer, Integer, Integer> product = (a, b) -> a * b;
    UnaryOperator<Layer> wrapped = inner -> sequential(inner, relu());
    Predicate<Integer> even = n -> n % 2 == 0;
    IntPredicate large = n -> n > 10;
    return sequential(
        Show.of(more.applyAsInt(3)),
        parsed.apply("14"),
        product.andThen(Layers::conv1x1).apply(3, 4),
        wrapped.andThen(wrapped).apply(tanh()),
        Show.of(even.and(n -> n > 3).negate().or(n -> n == 8).test(8)),
        Show.of(large.negate().test(3)),
        Function.<Layer>identity().apply(sigmoid()));
  }

  default Layer listsOfLayers() {
    List<Layer> layers = new ArrayList<>();
    for (int width : new int[] {4, 8, 16}) {
      layers.add(conv3x3(width).noBias());
      layers.add(batchNorm());
      layers.add(relu());
    }
    layers.removeIf(layer -> layer instanceof ConvLayer conv && conv.equals(conv3x3(8).noBias()));
    layers.add(0, identity());
    layers.set(layers.size() - 1, tanh());
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer arraysOfLists() {
    List<Layer> layers = new ArrayList<>(List.of(relu(), tanh()));
    return sequential(
        sequential(layers.toArray(new Layer[0])),
        sequential(layers.toArray(new Layer[layers.size()])),
        sequential(layers.stream().toArray(Layer[]::new)),
        sequential(List.copyOf(layers).toArray(Layer[]::new)));
  }

  default Layer streamsOfLayers() {
    Layer[] flat =
        Stream.of(List.of(4, 8), List.of(16))
            .flatMap(Collection::stream)
            .<Layer>flatMap(c -> Stream.of(conv3x3(c).noBias(), batchNorm(), relu()))
            .toArray(Layer[]::new);
    Layer folded =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> (Layer) conv1x1(i * i))
            .reduce(identity(), (a, b) -> sequential(a, b));
    BinaryOperator<Layer> join = (a, b) -> concat(a, b);
    Optional<Layer> joined = Stream.<Layer>of(relu(), tanh(), sigmoid()).reduce(join);
    return sequential(sequential(flat), folded, joined.orElseThrow());
  }

  default Layer collectors() {
    Map<Boolean, List<Integer>> parts =
        IntStream.range(0, 9).boxed().collect(Collectors.partitioningBy(i -> i % 3 == 0));
    Map<Integer, Long> lengths =
        Stream.of("a", "bb", "cc", "ddd")
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
    Map<String, Integer> widths =
        Stream.of("x", "yy")
            .collect(Collectors.toMap(s -> s, String::length, (a, b) -> a, LinkedHashMap::new));
    String joined =
        lengths.entrySet().stream()
            .map(e -> e.getKey() + ":" + e.getValue())
            .collect(Collectors.joining(";", "[", "]"));
    return sequential(
        Show.of(
            parts.get(true).size() + parts.get(false).stream().mapToInt(Integer::intValue).sum()),
        Show.of(joined),
        Show.of(widths.toString()));
  }

  default Layer mapsWithFunctions() {
    Map<String, Integer> counts = new HashMap<>();
    for (String word : "conv pool conv norm conv".split(" ")) {
      counts.compute(word, (k, v) -> v == null ? 1 : v + 1);
      counts.merge("all", 1, Integer::sum);
      counts.merge(word + "!", 2, (a, b) -> a.equals(b) ? a + b : a * b);
    }
    counts.computeIfPresent("norm", (k, v) -> v + k.length());
    counts.computeIfPresent("pool", (k, v) -> null);
    counts.computeIfAbsent("dense", k -> k.length() * 2);
    counts.putIfAbsent("dense", 0);
    counts.replaceAll((k, v) -> v * 10);
    Map<Integer, List<String>> grouped = new TreeMap<>(Comparator.reverseOrder());
    counts.forEach((k, v) -> grouped.computeIfAbsent(v, x -> new ArrayList<>()).add(k));
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, List<String>> entry : grouped.entrySet()) {
      List<String> names = entry.getValue();
      names.sort(null);
      text.append(entry.getKey()).append('=').append(names).append(' ');
    }
    return Show.of(text.toString().strip());
  }

  default Layer longsInMaps() {
    Map<Character, Long> counts = new TreeMap<>();
    for (char c : "mississippi".toCharArray()) {
      counts.merge(c, 1L, Long::sum);
      counts.compute((char) (c + 1), (k, v) -> v == null ? 10L : v + k);
    }
    double total = 0;
    for (var entry : counts.entrySet()) {
      total += entry.getValue() / 2 + entry.getKey() / 2.0;
    }
    return sequential(Show.of(total), Show.of(counts.get('s')), Show.of(counts.toString()));
  }

  default Layer queues() {
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {1, 0});
    List<Integer> seen = new ArrayList<>();
    while (!open.isEmpty() && seen.size() < 12) {
      int[] node = open.pollFirst();
      seen.add(node[0] * 10 + node[1]);
      if (node[1] < 3) {
        open.offerLast(new int[] {node[0] * 2, node[1] + 1});
        open.addFirst(new int[] {node[0] * 2 + 1, node[1] + 1});
      }
    }
    return Show.of(seen.toString() + open.size());
  }

  default Layer iterators() {
    List<Integer> widths = new ArrayList<>(List.of(4, 8, 12, 16, 20));
    Iterator<Integer> each = widths.iterator();
    while (each.hasNext()) {
      if (each.next() % 8 == 0) {
        each.remove();
      }
    }
    Set<String> names = new LinkedHashSet<>();
    for (Iterator<Integer> it = widths.iterator(); it.hasNext(); ) {
      int width = it.next();
      names.add("w" + width);
    }
    return Show.of(widths + " " + names);
  }

  default Layer enumCollections() {
    EnumMap<Kind, Integer> widths = new EnumMap<>(Kind.class);
    widths.put(Kind.POOL, 2);
    widths.put(Kind.CONV, 1);
    widths.merge(Kind.CONV, 5, Integer::sum);
    EnumSet<Kind> rest = EnumSet.complementOf(EnumSet.copyOf(widths.keySet()));
    EnumSet<Kind> all = EnumSet.allOf(Kind.class);
    all.removeAll(rest);
    String text = "";
    for (Map.Entry<Kind, Integer> entry : widths.entrySet()) {
      text += entry.getKey().name().charAt(0) + "" + entry.getValue();
    }
    return Show.of(text + rest + all + EnumSet.range(Kind.CONV, Kind.POOL).contains(Kind.NORM));
  }

  default Layer texts() {
    String config =
        """
        # name  kernel filters
        conv    3      8
        pool    2      0

        conv    1      16
        """;
    List<Layer> layers = new ArrayList<>();
    int line = 0;
    for (String row : config.lines().map(String::strip).toList()) {
      line++;
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      String[] cells = row.split("\\s+");
      int kernel = Integer.parseInt(cells[1]);
      layers.add(
          switch (cells[0]) {
            case "conv" -> conv(Integer.parseInt(cells[2]), kernel).named("line" + line);
            case "pool" -> maxPool(kernel);
            default -> throw new IllegalArgumentException("line " + line + ": " + cells[0]);
          });
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer builders() {
    StringBuilder name = new StringBuilder("block");
    for (char c = 'a'; c < 'e'; c += 2) {
      name.append('_').append(c).append((int) c);
    }
    name.insert(0, "my_").reverse().setCharAt(0, 'X');
    name.deleteCharAt(name.length() - 1)
        .append(String.join("-", List.of("p", "q")))
        .append(1.5f)
        .append(2L);
    return Show.of(
        name.toString() + String.format(java.util.Locale.ROOT, "%03d|%5.2f|%s", 7, 2.5, Kind.POOL));
  }

  default Layer characters() {
    int sum = 0;
    String code = "b3n1s2";
    for (int i = 0; i + 1 < code.length(); i += 2) {
      char letter = code.charAt(i);
      int digit = code.charAt(i + 1) - '0';
      sum = sum * 31 + (letter - 'a') * digit;
      letter++;
      letter += 1;
      sum ^= letter;
    }
    char next = (char) ('a' + 2);
    return sequential(
        Show.of(sum),
        Show.of(next),
        Show.of((char) (next - 32)),
        Show.of(next + 1),
        Show.of("" + next + 1));
  }

  default Layer bits() {
    int flags = 0b1011 | 1 << 6;
    long wide = 1L << 40 | 0xFFL;
    int rounded = (37 + 7) & ~7;
    int power = 1 << (32 - Integer.numberOfLeadingZeros(100 - 1));
    return sequential(
        Show.of(flags & -flags),
        Show.of(wide >>> 33),
        Show.of(rounded),
        Show.of(power),
        Show.of(-17 >> 2),
        Show.of(-17 >>> 28),
        Show.of(Integer.bitCount(flags) ^ 5),
        Show.of((byte) 200),
        Show.of((short) 70000 % 7));
  }

  default Layer optionals() {
    Optional<Integer> width = Stream.of(3, 7, 12).filter(n -> n > 5).findFirst();
    Optional<Layer> none = Optional.empty();
    return sequential(
        width.map(n -> n * 2).<Layer>map(Layers::conv1x1).orElseGet(Layers::relu),
        none.or(() -> Optional.of(tanh())).get(),
        none.isPresent() ? relu() : none.orElse(sigmoid()),
        Show.of(width.filter(n -> n > 100).isEmpty()),
        Show.of(Optional.ofNullable((String) null).map(String::length).orElse(-1)));
  }

  default Layer suppliers() {
    Supplier<Layer> activation = () -> relu();
    List<Supplier<Layer>> all = List.of(activation, Layers::tanh, () -> conv3x3(4));
    Map<String, Supplier<? extends Layer>> byName =
        Map.of("relu", Layers::relu, "pool", () -> maxPool(2));
    List<Layer> made = new ArrayList<>();
    Consumer<Layer> into = made::add;
    all.forEach(each -> into.accept(each.get()));
    made.add(byName.get("pool").get());
    made.add(byName.getOrDefault("none", activation).get());
    return sequential(made.toArray(Layer[]::new));
  }

  default Layer tables() {
    int[][] rows = {{1, 16, 1}, {6, 24, 2}, {6, 32, 3}};
    int[][] ragged = new int[3][];
    Layer[][] grid = new Layer[2][2];
    for (int i = 0; i < ragged.length; i++) {
      ragged[i] = Arrays.copyOfRange(rows[i], 0, i + 1);
    }
    for (Layer[] row : grid) {
      Arrays.fill(row, relu());
    }
    grid[1][0] = conv3x3(ragged[2][1]);
    int total = Arrays.stream(rows).mapToInt(row -> row[1] * row[2]).sum();
    return sequential(
        sequential(Arrays.stream(grid).flatMap(Arrays::stream).toArray(Layer[]::new)),
        Show.of(total),
        Show.of(Arrays.deepToString(ragged)));
  }

  default Layer labels() {
    int found = -1;
    search:
    for (int i = 2; i < 50; i++) {
      for (int j = 2; j * j <= i; j++) {
        if (i % j == 0) {
          continue search;
        }
      }
      found = found * 3 + i;
      if (i > 20) {
        break search;
      }
    }
    int rest = found;
    do {
      rest = (rest & 1) == 0 ? rest >> 1 : rest - 1;
    } while (rest > 100);
    IntFunction<Layer> shown = Show::of;
    return sequential(Show.of(found), shown.apply(rest));
  }
}
