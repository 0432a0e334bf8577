package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;

import dev.weft.dsl.ActivationLayer;
import dev.weft.dsl.ConvLayer;
import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Where Java looks at declared types: overloads, alternatives, comparisons. */
@Network(input = {3, 8, 8})
@SuppressWarnings("UnnecessaryBoxing")
public interface Typing {
  /** Has a generic result. */
  record Holder<T>(T value) {
    T get() {
      return value;
    }
  }

  /** Sizes. */
  record Size(double length, Integer count) {}

  /** A base. */
  interface Base {
    default String me() {
      return Typing.which(this);
    }
  }

  /** Derived. */
  record Derived() implements Base {
    String me(int more) {
      return which(this) + more;
    }

    static String only(Object any) {
      return "any";
    }
  }

  static String which(Base base) {
    return "base";
  }

  static String which(Derived derived) {
    return "derived";
  }

  static String which(Object any) {
    return "object";
  }

  static String number(long value) {
    return "long" + value;
  }

  static String number(Integer value) {
    return "Integer" + value;
  }

  static String number(Object value) {
    return "Object" + value;
  }

  static String number(int... values) {
    return "ints" + values.length;
  }

  static String wide(double value) {
    return "double" + value;
  }

  static String wide(Object value) {
    return "Object" + value;
  }

  static String layer(Layer layer) {
    return "layer";
  }

  static String layer(ActivationLayer layer) {
    return "activation";
  }

  static String layer(ConvLayer layer) {
    return "conv";
  }

  static String two(int a, long b) {
    return "il";
  }

  static String two(long a, long b) {
    return "ll";
  }

  static String two(Object a, int b) {
    return "oi";
  }

  static String rest(String first, Object... rest) {
    return first + rest.length;
  }

  static String rest(String first, String second) {
    return first + second;
  }

  static String run(Supplier<String> supplier) {
    return "supplier" + supplier.get();
  }

  static String run(Runnable runnable) {
    return "runnable";
  }

  static String run(Function<Integer, String> function) {
    return "function" + function.apply(1);
  }

  static String array(int[] cells) {
    return "ints" + cells.length;
  }

  static String array(long[] cells) {
    return "longs" + cells.length;
  }

  static String array(Object cells) {
    return "object";
  }

  static String array(Object[] cells) {
    return "objects" + cells.length;
  }

  static <T> T same(T value) {
    return value;
  }

  static <T> List<T> listOf(T first, T second, T third) {
    return new ArrayList<>(List.of(first, second, third));
  }

  default Layer byDeclaredType() {
    Derived derived = new Derived();
    Base base = derived;
    Object any = derived;
    var same = derived;
    return sequential(
        Show.of(which(derived)),
        Show.of(which(base)),
        Show.of(which(any)),
        Show.of(which(same)),
        Show.of(which((Base) derived)),
        Show.of(base.me()),
        Show.of(derived.me(1)),
        Show.of(which(same(derived))));
  }

  default Layer numbers() {
    int i = 1;
    Integer boxed = 2;
    byte b = 3;
    char c = 'c';
    Object object = 4;
    Long l = 5L;
    return sequential(
        Show.of(number(i)),
        Show.of(number(boxed)),
        Show.of(number(b)),
        Show.of(number(c)),
        Show.of(number(object)),
        Show.of(number(l)),
        Show.of(number(2.5)),
        Show.of(number()),
        Show.of(number(1, 2)),
        Show.of(wide(i)),
        Show.of(wide(boxed)),
        Show.of(wide("s")),
        Show.of(wide('c')),
        Show.of(wide(5L)));
  }

  default Layer layers() {
    Layer layer = relu();
    List<ActivationLayer> list = List.of(relu());
    return sequential(
        Show.of(layer(relu())),
        Show.of(layer(layer)),
        Show.of(layer(conv1x1(3).noBias())),
        Show.of(layer(list.get(0))),
        Show.of(layer(conv1x1(3).named("a"))));
  }

  default Layer severalArguments() {
    Integer boxed = 3;
    return sequential(
        Show.of(two(1, 2)),
        Show.of(two(1L, 2)),
        Show.of(two("s", 2)),
        Show.of(two(boxed, 5L)),
        Show.of(rest("a")),
        Show.of(rest("a", "b")),
        Show.of(rest("a", 1)),
        Show.of(rest("a", "b", "c")),
        Show.of(rest("a", new Object[] {1, 2, 3})),
        Show.of(rest("a", new int[] {1, 2, 3})),
        Show.of(rest("a", (Object) new String[2])));
  }

  default Layer functionsByShape() {
    return sequential(
        Show.of(run(() -> "s")),
        Show.of(run(i -> "f" + i)),
        Show.of(
            run(
                () -> {
                  int unused = 3;
                })),
        Show.of(
            run(
                () -> {
                  return "block";
                })));
  }

  default Layer arrays() {
    Object object = new int[2];
    return sequential(
        Show.of(array(new int[3])),
        Show.of(array(new long[4])),
        Show.of(array(new String[5])),
        Show.of(array(new int[6][])),
        Show.of(array(object)),
        Show.of(array("s")));
  }

  default Layer alternatives() {
    boolean yes = number(1).length() > 2;
    Integer boxed = 7;
    Object object = 2.5;
    final int constant = 98;
    int variable = 98;
    byte small = 3;
    Long longs = 4L;
    String none = null;
    return sequential(
        Show.of("" + (yes ? 1 : object)),
        Show.of("" + (yes ? boxed : 2.5)),
        Show.of("" + (yes ? 'a' : constant)),
        Show.of("" + (yes ? 'a' : variable)),
        Show.of("" + (yes ? constant : 'a')),
        Show.of("" + (yes ? small : 'a')),
        Show.of("" + (yes ? boxed : longs)),
        Show.of("" + (yes ? 1 : "s")),
        Show.of("" + (yes ? 1 : null)),
        Show.of("" + (yes ? 1 : same(2.5))),
        Show.of("" + (yes ? 1 : new Holder<>(2.5).get())),
        Show.of("" + (yes ? 'b' : (Character) 'c')),
        Show.of("" + (yes ? none : "s")),
        Show.of("" + (yes ? (short) 1 : small)),
        Show.of("" + (yes ? 1 : true)),
        Show.of("" + (!yes ? 1L : yes ? 2 : 3f)));
  }

  default Layer alternativesOfLists() {
    var sizes = List.of(new Size(1.5, 4));
    List<Integer> widths = List.of(3, 4);
    double half = (!widths.isEmpty() ? 1 : sizes.get(0).length()) / 2;
    int first = widths.size() > 5 ? 64 : widths.get(0);
    int sum = 0;
    for (var size : sizes) {
      sum += sum > 3 ? size.count() : 9;
    }
    Size[] array = {new Size(2, 2)};
    double third = (sum > 0 ? 1 : array[0].length()) / 4;
    return sequential(Show.of(half), Show.of(first), Show.of(sum), Show.of(third));
  }

  default Layer switchesWithTarget() {
    int i = 1;
    Object boxed =
        switch (i) {
          case 1 -> 1;
          default -> 2.5;
        };
    var promoted =
        switch (i) {
          case 1 -> 1;
          default -> 2.5;
        };
    double real =
        switch (i) {
          case 1 -> 16_777_217;
          default -> 2.5f;
        };
    String text =
        "x"
            + switch (i) {
              case 1 -> 'a';
              default -> 98;
            };
    var three =
        switch (i) {
          case 1 -> 'a';
          case 2 -> (byte) 3;
          default -> i;
        };
    return sequential(
        Show.of("" + boxed),
        Show.of(promoted),
        Show.of(real),
        Show.of(text),
        Show.of(three),
        Show.of(
            wide(
                switch (i) {
                  case 1 -> 5;
                  default -> 2.5;
                })));
  }

  default Layer comparisons() {
    Integer boxed = 1000;
    int plain = 1000;
    Long longs = 1000L;
    char c = 'd';
    Object object = new Derived();
    Object same = object;
    String nothing = null;
    return sequential(
        Show.of(boxed == plain),
        Show.of(plain == longs),
        Show.of(longs != 999),
        Show.of(c == 100),
        Show.of(object == same),
        Show.of(nothing == null),
        Show.of(boxed.equals(plain)),
        Show.of(longs.equals(plain)),
        Show.of(boxed < longs));
  }

  default Layer inferredTypes() {
    var integer = 5;
    integer /= 2;
    var big = 5L;
    big = big * Integer.MAX_VALUE;
    var letter = 'a';
    letter += 1;
    var list = listOf(1, 2, 3);
    var first = list.get(0);
    first += 5;
    var table = new double[][] {{1}, {2, 3}};
    table[1][1] = 7;
    var chosen = same(3) / 2;
    for (var each : table) {
      for (var cell : each) {
        cell /= 2;
        chosen += (int) cell;
      }
    }
    return sequential(
        Show.of(integer),
        Show.of(big),
        Show.of(letter),
        Show.of(first),
        Show.of(table[1][1] / 2),
        Show.of(chosen));
  }

  default Layer nullText() {
    String text = null;
    Object object = null;
    String sum = text + 1;
    sum += object;
    text += 'c';
    return sequential(Show.of(sum), Show.of(text), Show.of("" + null), Show.of(text + object));
  }

  default Layer casts() {
    Object object = 7;
    int number = (int) object;
    long wide = (Integer) object;
    Object text = "text";
    double real = (double) (float) 0.1;
    char letter = (char) (byte) -1;
    int rounded = (int) -0.9f;
    Base base = (Base) (Object) new Derived();
    return sequential(
        Show.of(number + 1),
        Show.of(wide),
        Show.of(((String) text).length()),
        Show.of(real),
        Show.of(letter),
        Show.of(rounded),
        Show.of(which((Derived) base)),
        Show.of((byte) 'é' + (short) 1e9 + (int) Float.NaN + (long) -1e30f));
  }

  default Layer streamless() {
    IntFunction<Integer> chosen = i -> i > 2 ? i : 7;
    Function<Integer, Integer> boxed = i -> i > 2 ? i : 7;
    return sequential(Show.of(chosen.apply(1)), Show.of(boxed.apply(5)));
  }
}
