package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.repeat;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.tanh;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** Lambdas, references, and functional interfaces of all kinds. */
@Network(input = {3, 8, 8})
public interface Functions {
  /** One of the author's own. */
  @FunctionalInterface
  interface Rule {
    long apply(long left, long right);

    default Rule then(Rule next) {
      return (left, right) -> next.apply(apply(left, right), right);
    }

    default long squared(long value) {
      return apply(value, value);
    }

    static Rule constant(long value) {
      return (left, right) -> value;
    }
  }

  /** Extends another one. */
  interface Special extends Rule {
    @Override
    default Rule then(Rule next) {
      return (a, b) -> 99;
    }
  }

  /** Takes any number of layers. */
  interface Joining {
    Layer join(Layer... layers);
  }

  /** Takes an array of numbers for one object, as they are none. */
  interface Counting {
    int count(Object... all);
  }

  /** Generic. */
  interface Transform<A, B> {
    B apply(A input);
  }

  default Layer kinds() {
    IntFunction<Layer> toLayer = Show::of;
    IntUnaryOperator twice = i -> 2 * i;
    IntBinaryOperator minus = (a, b) -> a - b;
    IntPredicate even = i -> i % 2 == 0;
    IntSupplier seven = () -> 7;
    BiFunction<Integer, String, String> join = (i, s) -> s + i;
    UnaryOperator<String> shout = s -> s + "!";
    BinaryOperator<Integer> times = (a, b) -> a * b;
    ToIntFunction<String> length = String::length;
    ToDoubleFunction<Integer> half = i -> i / 2.0;
    DoubleUnaryOperator third = d -> d / 3;
    LongUnaryOperator big = l -> l << 40;
    Predicate<String> empty = String::isEmpty;
    return sequential(
        toLayer.apply(3),
        Show.of(twice.applyAsInt(4)),
        Show.of(minus.applyAsInt(3, 5)),
        Show.of(even.test(4)),
        Show.of(seven.getAsInt()),
        Show.of(join.apply(1, "x")),
        Show.of(shout.apply("a")),
        Show.of(times.apply(6, 7)),
        Show.of(length.applyAsInt("four")),
        Show.of(half.applyAsDouble(3)),
        Show.of(third.applyAsDouble(1)),
        Show.of(big.applyAsLong(3)),
        Show.of(empty.test("")));
  }

  default Layer combining() {
    Function<Integer, Integer> plus = i -> i + 1;
    Function<Integer, Integer> times = i -> i * 10;
    IntUnaryOperator minus = i -> i - 3;
    Predicate<Integer> large = i -> i > 10;
    Predicate<Integer> even = i -> i % 2 == 0;
    BiFunction<Integer, Integer, Integer> sum = Integer::sum;
    Function<Integer, Integer> same = Function.identity();
    return sequential(
        Show.of(plus.andThen(times).apply(4)),
        Show.of(plus.compose(times).apply(4)),
        Show.of(minus.andThen(i -> i * i).applyAsInt(1)),
        Show.of(minus.compose(i -> i * i).applyAsInt(5)),
        Show.of(large.and(even).test(12)),
        Show.of(large.or(even).test(4)),
        Show.of(large.negate().test(4)),
        Show.of(sum.andThen(times).apply(1, 2)),
        Show.of(same.apply(5)));
  }

  default Layer anyNumber() {
    Counting counting = all -> all.length;
    Object[] three = {1, "two", 3.0};
    return sequential(
        Show.of(counting.count()),
        Show.of(counting.count(1, "two")),
        Show.of(counting.count(new int[] {1, 2})),
        Show.of(counting.count(three)),
        Show.of(counting.count((Object) three)));
  }

  default Layer ownInterface() {
    Rule add = (a, b) -> a + b;
    Rule shift = (a, b) -> a << b;
    Special special = (a, b) -> a * b;
    Rule named = this::product;
    return sequential(
        Show.of(add.apply(1, 2)),
        Show.of(add.then(shift).apply(1, 3)),
        Show.of(add.squared(7)),
        Show.of(Rule.constant(5).apply(0, 0)),
        Show.of(special.then(add).apply(1, 1)),
        Show.of(special.squared(6)),
        Show.of(named.then(add).then(shift).apply(2, 3)));
  }

  private long product(long a, long b) {
    return a * b + 1;
  }

  default Layer capturing() {
    List<IntSupplier> all = new ArrayList<>();
    int[] count = {0};
    for (int i = 0; i < 3; i++) {
      int captured = i * i;
      all.add(() -> captured + count[0]++);
    }
    int sum = 0;
    for (IntSupplier each : all) {
      sum = sum * 10 + each.getAsInt();
    }
    return sequential(Show.of(sum), Show.of(count[0]));
  }

  default Layer curried() {
    IntFunction<IntFunction<IntUnaryOperator>> add = a -> b -> c -> a * 100 + b * 10 + c;
    Function<Integer, Function<Integer, Integer>> sum = a -> b -> a + b;
    Supplier<Supplier<String>> deep = () -> () -> "deep";
    return sequential(
        Show.of(add.apply(1).apply(2).applyAsInt(3)),
        Show.of(sum.apply(4).apply(5)),
        Show.of(deep.get().get()));
  }

  default Layer references() {
    Supplier<Layer> plain = Layers::relu;
    Function<Layer, Layer> wrap = Layers::sequential;
    IntFunction<int[]> array = int[]::new;
    IntFunction<Layer[][]> deep = Layer[][]::new;
    Supplier<List<Integer>> list = ArrayList::new;
    Joining joining = Layers::sequential;
    UnaryOperator<String> trim = String::strip;
    BiFunction<String, String, Boolean> starts = String::startsWith;
    Function<String, String> bound = "abcab"::concat;
    List<Integer> numbers = list.get();
    numbers.add(4);
    return sequential(
        plain.get(),
        wrap.apply(tanh()),
        Show.of(array.apply(3).length),
        Show.of(deep.apply(2).length),
        Show.of(numbers.size()),
        joining.join(relu(), tanh()),
        Show.of(trim.apply(" a ")),
        Show.of(starts.apply("abc", "ab")),
        Show.of(bound.apply("ab")));
  }

  default Layer stored() {
    List<IntFunction<Layer>> blocks = List.of(Show::of, i -> conv1x1(i), Functions::block);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      layers.add(blocks.get(i).apply(i + 1));
    }
    IntUnaryOperator[] steps = {i -> i + 1, i -> i * 2};
    int x = 3;
    for (IntUnaryOperator step : steps) {
      x = step.applyAsInt(x);
    }
    layers.add(Show.of(x));
    return sequential(layers.toArray(Layer[]::new));
  }

  static Layer block(int i) {
    return sequential(conv1x1(i), relu());
  }

  default Layer recursive() {
    return sequential(
        Show.of(fixed((self, n) -> n == 0 ? 1 : n * self.apply(n - 1), 5)),
        repeat(2, i -> repeat(i + 1, j -> Show.of(i + "" + j))));
  }

  private static int fixed(BiFunction<Function<Integer, Integer>, Integer, Integer> f, int n) {
    return f.apply(m -> fixed(f, m), n);
  }

  default Layer generic() {
    Transform<Integer, String> text = i -> "n" + i;
    Transform<String, Layer> show = Show::of;
    return sequential(
        composed(text, show).apply(5),
        Show.of("" + applied(i -> i * 2L, 21)),
        Show.of("" + applied(i -> i + "", 21)));
  }

  private static <A, B, C> Transform<A, C> composed(Transform<A, B> f, Transform<B, C> g) {
    return a -> g.apply(f.apply(a));
  }

  private static <A, B> B applied(Function<? super A, ? extends B> f, A a) {
    return f.apply(a);
  }

  default Layer declaredParameters() {
    BiFunction<Integer, Long, Long> sum = (Integer a, Long b) -> a + b;
    BiFunction<Integer, Integer, Integer> product = (var a, var b) -> a * b;
    Function<Integer, Integer> chosen =
        i -> {
          if (i > 3) {
            return i * 100;
          }
          for (int j = 0; ; j++) {
            if (j * i > 5) {
              return j;
            }
          }
        };
    return sequential(
        Show.of(sum.apply(1, 2L)),
        Show.of(product.apply(3, 4)),
        Show.of(chosen.apply(2)),
        Show.of(chosen.apply(5)));
  }

  default Layer coerced() {
    Supplier<Double> real = () -> 1.0;
    ToDoubleFunction<Integer> wide = i -> i;
    LongUnaryOperator longs = i -> 'a';
    IntFunction<Object> object = i -> i;
    Function<Integer, Object> boxed = i -> i / 2;
    return sequential(
        Show.of(real.get() / 2),
        Show.of(wide.applyAsDouble(3) / 2),
        Show.of(longs.applyAsLong(0)),
        Show.of("" + object.apply(3) + boxed.apply(5)));
  }
}
