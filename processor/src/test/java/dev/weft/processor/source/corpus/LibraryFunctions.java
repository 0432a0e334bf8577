package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Functional interfaces, comparators and {@code Objects}. */
@Network(input = {3, 8, 8})
public interface LibraryFunctions {
  /** A width with a name. */
  record Width(String name, int value) {}

  default Layer functions() {
    Function<Integer, Integer> twice = x -> x * 2;
    Function<Integer, Integer> next = x -> x + 1;
    return sequential(
        Show.of(twice.andThen(next).apply(5)),
        Show.of(twice.compose(next).apply(5)),
        Show.of(twice.andThen(x -> "v" + x).apply(4)),
        Show.of(Function.<Integer>identity().apply(9)));
  }

  default Layer blocksAsFunctions() {
    IntFunction<Layer> conv = w -> conv3x3(w + 1).noBias();
    BiFunction<Integer, Integer, Layer> block = (w, s) -> conv3x3(w).stride(s);
    UnaryOperator<Layer> active = l -> sequential(l, batchNorm(), relu());
    Supplier<Layer> head = () -> sequential(flatten(), dense(10));
    return sequential(
        active.apply(conv.apply(8)), block.andThen(active).apply(16, 2), repeat(2, conv));
  }

  default Layer operatorsOnNumbers() {
    IntUnaryOperator twice = x -> x * 2;
    IntBinaryOperator sum = (a, b) -> a + b;
    DoubleUnaryOperator half = x -> x / 2;
    LongBinaryOperator product = (a, b) -> a * b;
    ToIntFunction<String> length = String::length;
    IntToDoubleFunction real = x -> x;
    return sequential(
        Show.of(twice.andThen(x -> x + 1).applyAsInt(5)),
        Show.of(twice.compose(x -> x + 1).applyAsInt(5)),
        Show.of(sum.applyAsInt(3, 4)),
        Show.of(half.applyAsDouble(5)),
        Show.of(product.applyAsLong(1 << 30, 8)),
        Show.of(length.applyAsInt("abc")),
        Show.of(real.applyAsDouble(3)));
  }

  default Layer predicates() {
    Predicate<Integer> even = x -> x % 2 == 0;
    IntPredicate big = x -> x > 10;
    BiPredicate<Integer, Integer> less = (a, b) -> a < b;
    return sequential(
        Show.of(even.negate().test(3) && even.and(x -> x > 2).test(4)),
        Show.of(even.or(x -> x == 3).test(3)),
        Show.of(big.negate().test(9)),
        Show.of(less.test(1, 2)),
        Show.of(Predicate.not(even).test(4)),
        Show.of(Stream.of("a", "", "b").filter(Predicate.not(String::isEmpty)).count()),
        Show.of(Predicate.isEqual("x").test("x")));
  }

  default Layer consumers() {
    List<String> seen = new ArrayList<>();
    Consumer<String> first = s -> seen.add("1" + s);
    first.andThen(s -> seen.add("2" + s)).accept("a");
    BiConsumer<String, Integer> both = (s, n) -> seen.add(s + n);
    both.accept("b", 3);
    Runnable run = () -> seen.add("run");
    run.run();
    return Show.of("" + seen);
  }

  default Layer composedStepwise() {
    List<UnaryOperator<Layer>> steps =
        List.of(l -> sequential(l, relu()), l -> residual(l), l -> sequential(l, tanh()));
    Layer all = conv3x3(3);
    for (UnaryOperator<Layer> step : steps) {
      all = step.apply(all);
    }
    Function<Layer, Layer> chained =
        steps.stream()
            .map(s -> (Function<Layer, Layer>) s)
            .reduce(Function.identity(), Function::andThen);
    return sequential(all, chained.apply(conv3x3(3)));
  }

  default Layer comparators() {
    List<Width> widths =
        new ArrayList<>(List.of(new Width("b", 2), new Width("a", 2), new Width("c", 1)));
    widths.sort(Comparator.comparing(Width::value).thenComparing(Width::name));
    String one = names(widths);
    widths.sort(Comparator.comparingInt(Width::value).reversed().thenComparing(w -> w.name()));
    String two = names(widths);
    widths.sort(Comparator.comparing(w -> w.name(), Comparator.reverseOrder()));
    Comparator<Integer> natural = Comparator.naturalOrder();
    return sequential(
        Show.of(one + two + names(widths)),
        Show.of(natural.compare(3, 9)),
        Show.of(natural.reversed().compare(3, 9)),
        Show.of(Comparator.nullsFirst(natural).compare(null, 9)),
        Show.of("" + Stream.of("b", "C", "a").sorted(String.CASE_INSENSITIVE_ORDER).toList()),
        Show.of(BinaryOperator.minBy(natural).apply(4, 3)));
  }

  private static String names(List<Width> widths) {
    return widths.stream().map(Width::name).collect(Collectors.joining());
  }

  default Layer objects() {
    String none = null;
    return sequential(
        Show.of(Objects.equals(none, null) && !Objects.equals("a", none)),
        Show.of(Objects.hash(1, "a", 2.5) + Objects.hashCode(none)),
        Show.of(Objects.toString(none) + Objects.toString(3)),
        Show.of(Objects.requireNonNull("x") + Objects.requireNonNullElse(none, "y")),
        Show.of(Objects.requireNonNullElseGet(none, () -> "z")),
        Show.of(Objects.isNull(none) || Objects.nonNull(none)),
        Show.of(Objects.checkIndex(2, 3)));
  }

  default Layer references() {
    Supplier<List<Integer>> lists = ArrayList::new;
    Function<String, StringBuilder> builders = StringBuilder::new;
    IntFunction<int[]> arrays = int[]::new;
    Function<Object, String> text = String::valueOf;
    BiFunction<String, String, Boolean> starts = String::startsWith;
    List<Integer> list = lists.get();
    list.add(4);
    return sequential(
        Show.of("" + list),
        Show.of(builders.apply("ab").reverse().toString()),
        Show.of(arrays.apply(3).length),
        Show.of(text.apply(5)),
        Show.of(starts.apply("abc", "ab")));
  }

  default Layer tableOfBlocks() {
    Map<String, IntFunction<Layer>> blocks = new LinkedHashMap<>();
    blocks.put("plain", w -> conv3x3(w));
    blocks.put("point", w -> conv1x1(w));
    List<Layer> layers = new ArrayList<>();
    for (var each : blocks.entrySet()) {
      layers.add(each.getValue().apply(8).named(each.getKey()));
    }
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer suppliers() {
    Supplier<Integer> boxed = () -> 7;
    IntSupplier plain = () -> 'a';
    BooleanSupplier yes = () -> true;
    DoubleSupplier real = () -> 1;
    return sequential(
        Show.of(boxed.get()),
        Show.of(plain.getAsInt()),
        Show.of(yes.getAsBoolean()),
        Show.of(real.getAsDouble()));
  }
}
