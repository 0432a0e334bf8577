package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Streams and {@code Optional}. */
@Network(input = {3, 8, 8})
public interface LibraryStreams {
  /** A block of a table. */
  record Block(int width, int stride) {}

  default Layer ranges() {
    return sequential(
        sequential(IntStream.range(0, 3).mapToObj(i -> conv1x1(8 << i)).toArray(Layer[]::new)),
        Show.of(IntStream.rangeClosed(1, 5).sum()),
        Show.of(LongStream.rangeClosed(1, 20).reduce(1, (a, b) -> a * b)),
        Show.of(IntStream.range(5, 5).count()));
  }

  default Layer mapping() {
    return sequential(
        Show.of(IntStream.of(3, 1, 2).map(i -> i * i).boxed().toList().toString()),
        Show.of(Stream.of("a", "bb").mapToInt(String::length).sum()),
        Show.of(IntStream.of(1, 2).mapToDouble(i -> i / 2.0).sum()),
        Show.of(IntStream.of(1, 2).mapToLong(i -> 1L << 40).sum()),
        Show.of(IntStream.of(1, 2).asDoubleStream().sum()),
        Show.of(DoubleStream.of(1.5, 2).mapToInt(d -> (int) d).sum()),
        Show.of(IntStream.of(1, 2, 4).map(i -> 'a').sum()));
  }

  default Layer filtering() {
    return sequential(
        Show.of("" + Stream.of(5, 2, 8, 2).filter(x -> x > 2).toList()),
        Show.of("" + Stream.of(5, 2, 8, 2).distinct().sorted().collect(Collectors.toList())),
        Show.of("" + IntStream.iterate(1, i -> i * 2).limit(6).skip(2).boxed().toList()),
        Show.of("" + Stream.of(1, 2, 9, 3).takeWhile(x -> x < 5).toList()),
        Show.of("" + Stream.of(1, 2, 9, 3).dropWhile(x -> x < 5).toList()));
  }

  default Layer iterating() {
    return sequential(
        Show.of("" + Stream.iterate(64, w -> w > 4, w -> w / 2).toList()),
        Show.of("" + Stream.iterate("x", s -> s + "y").limit(3).toList()),
        Show.of(IntStream.iterate(1, i -> i < 100, i -> i * 3).max().getAsInt()),
        Show.of(Stream.generate(() -> "z").limit(3).collect(Collectors.joining())));
  }

  default Layer flatMaps() {
    return sequential(
        Stream.of(new Block(8, 1), new Block(16, 2))
            .flatMap(b -> Stream.of(conv3x3(b.width()).stride(b.stride()), batchNorm(), relu()))
            .toArray(Layer[]::new));
  }

  default Layer flatMapsOfNumbers() {
    return sequential(
        Show.of(IntStream.range(0, 4).flatMap(i -> IntStream.range(0, i)).sum()),
        Show.of(
            "" + Stream.of(List.of(1, 2), List.of(3)).flatMap(List::stream).map(x -> -x).toList()),
        Show.of(Stream.of(1, 2).flatMapToInt(x -> IntStream.of(x, x)).sum()));
  }

  default Layer concatenating() {
    return sequential(
        Stream.concat(
                Stream.of(conv1x1(4), relu()), IntStream.range(0, 2).mapToObj(i -> conv3x3(8 + i)))
            .toArray(Layer[]::new));
  }

  default Layer reducing() {
    return sequential(
        Show.of(Stream.of(1, 2, 3).reduce(0, Integer::sum)),
        Show.of(Stream.of(4, 9, 2).reduce(Integer::max).get()),
        Show.of(Stream.of("a", "b").reduce("", String::concat)),
        Show.of(Stream.of("a", "bb").reduce(0, (n, s) -> n + s.length(), Integer::sum)),
        Show.of(IntStream.of(2, 3).reduce(1, (a, b) -> a * b)),
        Stream.of(conv1x1(4), relu(), tanh()).reduce((a, b) -> sequential(a, b)).get());
  }

  default Layer extremes() {
    return sequential(
        Show.of(IntStream.of(3, 9, 1).min().getAsInt() + IntStream.of(3, 9).max().getAsInt()),
        Show.of(IntStream.of(1, 2).average().getAsDouble()),
        Show.of(Stream.of("aa", "b").min(Comparator.comparing(String::length)).get()),
        Show.of(Stream.of(3, 7).max(Comparator.naturalOrder()).get()),
        Show.of(Stream.of(1, 2, 3).count()));
  }

  default Layer matching() {
    return sequential(
        Show.of(Stream.of(1, 2).anyMatch(x -> x == 2)),
        Show.of(IntStream.range(0, 9).allMatch(i -> i < 5)),
        Show.of(Stream.<Integer>empty().noneMatch(x -> true)),
        Show.of(IntStream.iterate(0, i -> i + 1).filter(i -> i * i > 50).findFirst().getAsInt()));
  }

  default Layer laziness() {
    List<Integer> seen = new ArrayList<>();
    int first =
        IntStream.range(0, 100)
            .peek(seen::add)
            .map(i -> i * 10)
            .peek(seen::add)
            .filter(i -> i > 15)
            .findFirst()
            .getAsInt();
    List<String> sorted = new ArrayList<>();
    Stream.of("c", "a", "b").peek(x -> sorted.add("p" + x)).sorted().forEach(sorted::add);
    Stream<Integer> unused = Stream.of(1, 2).peek(x -> seen.add(99));
    return sequential(Show.of(first), Show.of("" + seen), Show.of("" + sorted));
  }

  default Layer laziness2() {
    List<Integer> source = new ArrayList<>(List.of(1));
    Stream<Integer> stream = source.stream().map(x -> x + 10);
    source.add(2);
    return Show.of("" + stream.toList());
  }

  default Layer collecting() {
    return sequential(
        Show.of(Stream.of("a", "b").collect(Collectors.joining(", ", "[", "]"))),
        Show.of(Stream.of(1, 2, 3).collect(Collectors.summingInt(x -> x))),
        Show.of(Stream.of(1, 2).collect(Collectors.averagingDouble(x -> x))),
        Show.of("" + Stream.of(1, 2).collect(Collectors.mapping(x -> x * 2, Collectors.toList()))),
        Show.of("" + Stream.of(3, 1).collect(Collectors.toCollection(TreeSet::new))),
        Show.of("" + Stream.of(3, 1).collect(Collectors.minBy(Comparator.naturalOrder()))),
        Show.of(
            ""
                + Stream.of(1, 5)
                    .collect(Collectors.collectingAndThen(Collectors.toList(), List::size))),
        Show.of(Stream.of(1, 5).collect(Collectors.reducing(0, Integer::sum))),
        Show.of(Stream.of(1, 5).collect(ArrayList::new, ArrayList::add, ArrayList::addAll).size()));
  }

  default Layer collectingBoth() {
    return Show.of(
        Stream.of(1, 5, 3)
            .collect(
                Collectors.teeing(
                    Collectors.counting(),
                    Collectors.summingInt((Integer x) -> x),
                    (n, sum) -> n + "/" + sum)));
  }

  default Layer statistics() {
    IntSummaryStatistics s = IntStream.of(4, 8, 6).summaryStatistics();
    return sequential(
        Show.of(s.getMin() + s.getMax()), Show.of(s.getAverage()), Show.of(s.getSum()));
  }

  default Layer arrays() {
    int[] squares = IntStream.range(0, 4).map(i -> i * i).toArray();
    String[] names = Stream.of("x", "y").map(String::toUpperCase).toArray(String[]::new);
    double[] halves = IntStream.range(0, 3).mapToDouble(i -> i / 2.0).toArray();
    return sequential(Show.of(squares[3] + squares.length), Show.of(names[1]), Show.of(halves[1]));
  }

  default Layer listsToStreams() {
    List<Layer> layers = new ArrayList<>();
    IntStream.range(0, 3).forEach(i -> layers.add(conv1x1(i + 1)));
    List.of(5, 6).stream().map(i -> conv1x1(i)).forEach(layers::add);
    return sequential(layers.stream().map(l -> l.named("n")).toList().toArray(new Layer[0]));
  }

  default Layer sorting() {
    return sequential(
        Show.of("" + Stream.of(3, 1, 2).sorted(Comparator.reverseOrder()).toList()),
        Show.of("" + IntStream.of(3, 1, 2).sorted().boxed().toList()),
        Show.of(
            ""
                + Stream.of("bb", "a", "cc")
                    .sorted(Comparator.comparing(String::length).reversed())
                    .toList()));
  }

  default Layer sortingRecords() {
    return sequential(
        Stream.of(new Block(64, 2), new Block(16, 1), new Block(64, 1))
            .sorted(Comparator.comparing(Block::width).thenComparingInt(Block::stride))
            .map(b -> conv3x3(b.width()).stride(b.stride()))
            .toArray(Layer[]::new));
  }

  default Layer optionals() {
    Optional<String> some = Optional.of("a");
    Optional<String> none = Optional.empty();
    List<String> seen = new ArrayList<>();
    some.ifPresent(seen::add);
    none.ifPresentOrElse(seen::add, () -> seen.add("none"));
    return sequential(
        Show.of(some.map(x -> x + "b").orElse("c") + none.orElseGet(() -> "d")),
        Show.of(some.isPresent() && none.isEmpty()),
        Show.of(some.filter(x -> x.length() > 3).isPresent()),
        Show.of(some.flatMap(x -> Optional.of(x + x)).get()),
        Show.of(none.or(() -> Optional.of("z")).orElseThrow()),
        Show.of(OptionalInt.of(3).orElse(4) + OptionalInt.empty().orElse(5)),
        Show.of("" + seen),
        Show.of(Optional.ofNullable(null).isPresent()));
  }

  default Layer iterator() {
    Iterator<Integer> it = Stream.iterate(1, x -> x * 2).iterator();
    int sum = 0;
    for (int i = 0; i < 5; i++) {
      sum += it.next();
    }
    return Show.of(sum);
  }

  default Layer widthsOfResnet() {
    int[] depths = {2, 2};
    return sequential(
        IntStream.range(0, depths.length)
            .boxed()
            .flatMap(
                stage ->
                    IntStream.range(0, depths[stage])
                        .mapToObj(block -> residual(conv3x3(8 << stage), relu()).project()))
            .toArray(Layer[]::new));
  }

  default Layer textOfStreams() {
    return Show.of(
        IntStream.rangeClosed(1, 3)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining("x", "<", ">")));
  }
}
