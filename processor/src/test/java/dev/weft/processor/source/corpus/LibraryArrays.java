package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.*;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;

/** Arrays and {@code java.util.Arrays}. */
@Network(input = {3, 8, 8})
public interface LibraryArrays {
  default Layer filling() {
    int[] a = new int[5];
    Arrays.fill(a, 7);
    Arrays.fill(a, 1, 3, 2);
    double[] d = new double[2];
    Arrays.fill(d, 3);
    String[] s = new String[2];
    Arrays.fill(s, "x");
    return sequential(
        Show.of(Arrays.toString(a)), Show.of(Arrays.toString(d)), Show.of(Arrays.toString(s)));
  }

  default Layer copying() {
    int[] a = {1, 2, 3};
    int[] longer = Arrays.copyOf(a, 5);
    int[] part = Arrays.copyOfRange(a, 1, 4);
    longer[0] = 9;
    Layer[] layers = Arrays.copyOf(new Layer[] {relu(), tanh(), relu()}, 2);
    return sequential(
        Show.of(Arrays.toString(longer) + Arrays.toString(part) + a[0]), sequential(layers));
  }

  default Layer sorting() {
    int[] a = {5, -1, 3, 9, 0};
    Arrays.sort(a);
    String[] s = {"b", "C", "a"};
    Arrays.sort(s);
    Integer[] boxed = {1, 3, 2};
    Arrays.sort(boxed, Comparator.reverseOrder());
    double[] d = {0.0, -0.0, Double.NaN, -1};
    Arrays.sort(d);
    int[] part = {4, 3, 2, 1};
    Arrays.sort(part, 1, 3);
    String[] byLength = {"ccc", "a", "bb"};
    Arrays.sort(byLength, (x, y) -> y.length() - x.length());
    return sequential(
        Show.of(Arrays.toString(a) + Arrays.toString(s)),
        Show.of(Arrays.toString(boxed) + Arrays.toString(d)),
        Show.of(Arrays.toString(part) + String.join("", byLength)),
        Show.of(Arrays.binarySearch(a, 3)));
  }

  default Layer comparing() {
    int[] a = {1, 2};
    int[][] deep = {{1}, {2, 3}};
    return sequential(
        Show.of(Arrays.equals(a, new int[] {1, 2})),
        Show.of(Arrays.hashCode(a) + Arrays.hashCode(new double[] {1.5})),
        Show.of(Arrays.deepToString(deep)),
        Show.of(Arrays.deepEquals(deep, new int[][] {{1}, {2, 3}})),
        Show.of(Arrays.mismatch(a, new int[] {1, 3}) + Arrays.compare(a, new int[] {1, 2, 3})),
        Show.of(a.equals(a.clone())));
  }

  default Layer setting() {
    int[] widths = new int[4];
    Arrays.setAll(widths, i -> 8 << i);
    Layer[] layers = new Layer[4];
    Arrays.setAll(layers, i -> conv1x1(widths[i]));
    double[] rates = new double[3];
    Arrays.setAll(rates, i -> i / 4.0);
    return sequential(sequential(layers), Show.of(rates[2]));
  }

  default Layer streaming() {
    int[] widths = {16, 32, 64};
    return sequential(
        sequential(Arrays.stream(widths).mapToObj(w -> conv1x1(w)).toArray(Layer[]::new)),
        Show.of(Arrays.stream(widths).sum() + Arrays.stream(widths, 1, 3).max().getAsInt()),
        Show.of(Arrays.stream(new String[] {"a", "b"}).collect(Collectors.joining())),
        Show.of(Arrays.stream(new double[] {1, 2}).average().getAsDouble()));
  }

  default Layer lists() {
    String[] names = {"a", "b"};
    List<int[]> one = Arrays.asList(new int[] {4, 5});
    return sequential(
        Show.of(Arrays.asList(names).indexOf("b")),
        Show.of(one.get(0)[1] + one.size()),
        Show.of("" + Arrays.asList(1, null, 3)),
        Show.of(List.of(names).contains("a")));
  }

  default Layer varargsFactories() {
    Layer[] branches = {conv1x1(4), conv3x3(4), conv(4, 5).padding(2)};
    List<Layer> more = List.of(relu(), batchNorm());
    return sequential(
        concat(branches),
        sequential(more.toArray(new Layer[0])),
        add(Stream.of(relu(), tanh()).toArray(Layer[]::new)),
        sequential(IntStream.range(1, 4).mapToObj(i -> conv1x1(i)).toArray(Layer[]::new)));
  }

  default Layer clones() {
    int[][] table = {{1, 2}, {3}};
    int[][] shallow = table.clone();
    shallow[0][0] = 9;
    shallow[1] = new int[] {4};
    return Show.of(Arrays.deepToString(table) + Arrays.deepToString(shallow));
  }
}
