package dev.weft.processor.source.corpus;

import static dev.weft.dsl.Layers.add;
import static dev.weft.dsl.Layers.concat;
import static dev.weft.dsl.Layers.conv;
import static dev.weft.dsl.Layers.conv1x1;
import static dev.weft.dsl.Layers.relu;
import static dev.weft.dsl.Layers.sequential;
import static dev.weft.dsl.Layers.tanh;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import java.util.ArrayList;
import java.util.List;

/** Arrays, lists and strings. */
@Network(input = {3, 8, 8})
public interface Collections {
  default Layer arrays() {
    int[] filled = new int[3];
    filled[1] = 5;
    int[][] table = new int[2][3];
    table[1][2] = 7;
    int[][] jagged = {{1}, {2, 3}, {}};
    int[][] open = new int[2][];
    open[0] = new int[] {9};
    boolean[] flags = new boolean[1];
    String[] texts = new String[2];
    double[] reals = {1, 2.5f, 'a'};
    int[] copy = filled.clone();
    copy[0] = 100;
    int old[] = {1, 2};
    return sequential(
        Show.of(filled[0] + filled[1] + filled.length),
        Show.of(table[1][2] + table[0][0] + table[0].length),
        Show.of(jagged[1][1] + jagged[2].length),
        Show.of(open[0][0]),
        Show.of(flags[0]),
        Show.of("" + texts[1]),
        Show.of(reals[0] + reals[2]),
        Show.of(filled[0] + copy[0]),
        Show.of(old[1]));
  }

  default Layer layerArrays() {
    Layer[] branches = new Layer[3];
    for (int i = 0; i < branches.length; i++) {
      branches[i] = conv(8, 2 * i + 1).padding(i);
    }
    return sequential(concat(branches), add(relu(), tanh()));
  }

  default Layer lists() {
    List<Layer> layers = new ArrayList<>(List.of(relu()));
    layers.add(conv1x1(3));
    layers.add(0, tanh());
    layers.set(1, conv1x1(9));
    layers.addAll(List.of(relu(), relu()));
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < 4; i++) {
      numbers.add(i * i);
    }
    int last = numbers.get(numbers.size() - 1);
    boolean has = numbers.contains(4) && !numbers.isEmpty() && numbers.indexOf(9) == 3;
    List<Integer> widths = List.of(16, 32);
    int second = widths.size() > 1 ? widths.get(1) : 64;
    layers.add(Show.of(last + second));
    layers.add(Show.of(has));
    layers.add(Show.of(numbers.get(2).equals(4)));
    return sequential(layers.toArray(Layer[]::new));
  }

  default Layer strings() {
    String text = "conv";
    text += 1;
    text = text + 'x' + 2.5 + true + null;
    int length = text.length();
    String block =
        """
        two
        lines""";
    return sequential(
        Show.of(text),
        Show.of(length),
        Show.of(1 + 2 + "a" + 1 + 2),
        Show.of(text.charAt(0)),
        Show.of(text.startsWith("conv") && text.contains("x")),
        Show.of(text.substring(1, 3).toUpperCase()),
        Show.of("ab".repeat(3)),
        Show.of(block),
        Show.of(String.valueOf(1.5f) + Integer.toString(7) + Integer.parseInt("12")));
  }
}
