package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.conv3x3;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.repeat;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Records. */
@Network(input = {3, 8, 8})
public interface Records {
  /** All forms of constructors. */
  record Range(int from, int to) {
    static final Range UNIT = new Range(1);

    private static int count() {
      return 2;
    }

    public Range {
      if (from > to) {
        int swapped = from;
        from = to;
        to = swapped;
      }
    }

    Range(int to) {
      this(0, to);
    }

    Range(String text) {
      this(text.length() * count(), Integer.parseInt(text));
    }

    static Range of(int... bounds) {
      return bounds.length == 1 ? new Range(bounds[0]) : new Range(bounds[0], bounds[1]);
    }

    int length() {
      return to - from;
    }

    Range shifted(int by) {
      return new Range(from + by, this.to + by);
    }

    boolean contains(Range other) {
      return from <= other.from && other.to() <= to();
    }
  }

  /** A canonical constructor that is written out, and an accessor. */
  record Ratio(int numerator, int denominator) {
    public Ratio(int numerator, int denominator) {
      int divisor = gcd(numerator, denominator);
      this.numerator = numerator / divisor;
      this.denominator = denominator / divisor;
    }

    private static int gcd(int a, int b) {
      return b == 0 ? a : gcd(b, a % b);
    }

    public int denominator() {
      return denominator * 100;
    }

    Ratio plus(Ratio other) {
      return new Ratio(
          numerator * other.denominator + other.numerator * denominator,
          denominator * other.denominator);
    }
  }

  /** Own equality and text. */
  record Name(String text, int weight) implements Comparable<Name> {
    @Override
    public boolean equals(Object other) {
      return other instanceof Name name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    @Override
    public String toString() {
      return text + "_" + weight;
    }

    @Override
    public int compareTo(Name other) {
      return Integer.compare(weight, other.weight);
    }
  }

  /** Generic. */
  record Pair<A, B>(A first, B second) {
    static <T> Pair<T, T> twice(T value) {
      return new Pair<>(value, value);
    }

    <C> Pair<A, C> with(C other) {
      return new Pair<>(first, other);
    }

    Pair<B, A> swapped() {
      return new Pair<>(second, first);
    }
  }

  /** Holds a lambda and a list. */
  record Plan(List<Integer> widths, IntFunction<Layer> make) {
    Layer build() {
      List<Layer> layers = new ArrayList<>();
      for (int width : widths) {
        layers.add(make.apply(width));
      }
      return sequential(layers.toArray(new Layer[0]));
    }
  }

  /** Nested in another. */
  record Outer(Inner inner, int... rest) {
    record Inner(int value) {
      Inner twice() {
        return new Inner(value * 2);
      }
    }

    int sum() {
      int sum = inner.value;
      for (int each : rest) {
        sum += each;
      }
      return sum;
    }
  }

  /** A list of its own. */
  record Node(int value, Node next) {
    int sum() {
      return value + (next == null ? 0 : next.sum());
    }
  }

  /** Empty. */
  record Unit() {}

  default Layer constructors() {
    return sequential(
        Show.of(new Range(5, 2).length()),
        Show.of(new Range(7).length()),
        Show.of(new Range("12").from()),
        Show.of(Range.of(3).to()),
        Show.of(Range.of(9, 4).from()),
        Show.of(Range.UNIT.to()));
  }

  default Layer canonical() {
    Ratio half = new Ratio(6, 12);
    Ratio sum = half.plus(new Ratio(1, 3));
    return sequential(
        Show.of(half.numerator()),
        Show.of(half.denominator()),
        Show.of(half.denominator),
        Show.of(sum.numerator()),
        Show.of(sum.toString()));
  }

  default Layer methodsOnRecords() {
    Range range = new Range(2, 8).shifted(10);
    return sequential(
        Show.of(range.from()),
        Show.of(range.contains(new Range(13, 14))),
        Show.of(range.contains(Range.UNIT)));
  }

  default Layer equality() {
    Range one = new Range(1, 2);
    Range same = new Range(2, 1);
    return sequential(
        Show.of(one.equals(same)),
        Show.of(one == same),
        Show.of(one.equals(new Range(3))),
        Show.of(one.equals(null)),
        Show.of(one.hashCode()),
        Show.of(new Unit().equals(new Unit())),
        Show.of(new Unit().hashCode()));
  }

  default Layer hashes() {
    return sequential(
        Show.of(new Pair<>("a", 2.5).hashCode()),
        Show.of(new Pair<>('c', null).hashCode()),
        Show.of(new Pair<>(true, 7L).hashCode()),
        Show.of(new Pair<>(new Range(4), 1.5f).hashCode()));
  }

  default Layer textsOfRecords() {
    return sequential(
        Show.of(new Range(1, 2).toString()),
        Show.of("" + new Pair<>("a", 'c')),
        Show.of(new Pair<>(new Unit(), null) + "!"),
        Show.of("" + new Pair<>(2.5f, new Pair<>(1L, 1e10))));
  }

  default Layer ownEquality() {
    Name a = new Name("x", 1);
    Name b = new Name("x", 2);
    List<Name> names = List.of(new Name("p", 0), b);
    return sequential(
        Show.of(a.equals(b)),
        Show.of(a.hashCode()),
        Show.of("" + a),
        Show.of(names.contains(a)),
        Show.of(names.indexOf(a)),
        Show.of(a.compareTo(b)),
        Show.of(new Pair<>(a, 1).equals(new Pair<>(b, 1))),
        Show.of("" + new Pair<>(a, b)));
  }

  default Layer generic() {
    Pair<String, Integer> pair = new Pair<>("w", 8);
    int width = pair.second() + Pair.twice(4).first();
    String text = pair.swapped().second() + pair.with(2.5).second();
    return sequential(Show.of(width), Show.of(text), Show.of(pair.with('x').second()));
  }

  default Layer functions() {
    Plan plan = new Plan(List.of(4, 8), i -> conv3x3(i));
    Plan other = new Plan(List.of(1), width -> sequential(conv1x1(width), relu()));
    return sequential(plan.build(), other.build(), plan.make().apply(2));
  }

  default Layer nestedRecords() {
    Outer outer = new Outer(new Outer.Inner(3).twice(), 10, 20);
    return sequential(
        Show.of(outer.sum()), Show.of(outer.inner().value()), Show.of(outer.rest()[1]));
  }

  default Layer linked() {
    Node list = null;
    for (int i = 1; i <= 10; i++) {
      list = new Node(i * i, list);
    }
    return sequential(Show.of(list.sum()), Show.of(list.next().next().value()));
  }

  default Layer arrays() {
    Range[] ranges = {new Range(3), new Range(1, 9), null};
    int sum = 0;
    for (Range range : ranges) {
      sum += range == null ? 1000 : range.length();
    }
    return Show.of(sum);
  }

  default Layer references() {
    IntFunction<Range> make = Range::new;
    IntFunction<Layer> show = i -> Show.of(make.apply(i).length());
    return sequential(repeat(3, i -> show.apply(i * i)));
  }

  default Layer inLoops() {
    List<Pair<String, Integer>> stages =
        List.of(new Pair<>("a", 1), new Pair<>("b", 2), new Pair<>("c", 3));
    String names = "";
    int product = 1;
    for (var stage : stages) {
      names += stage.first();
      product *= stage.second() > 1 ? stage.second() : 7;
    }
    return sequential(Show.of(names), Show.of(product));
  }
}
