package dev.weft.dsl.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What the text of a {@link LayerTable} says of a layer: generated code keeps the text alone.
 *
 * <pre>{@code
 * LayerLine.parse(ResNet18Network.TYPE.summary()).get(0).operation();       // conv 7x7, 64, stride 2
 * }</pre>
 *
 * @param name the layer's full name
 * @param operation the operation with its arguments
 * @param from what it reads, if that is not the layer above; or empty
 * @param output the shape of its output
 * @param parameters how many trainable elements it has
 * @param isFrozen whether training leaves it as it is
 */
public record LayerLine(
    String name,
    String operation,
    String from,
    String output,
    String parameters,
    boolean isFrozen) {
  private static final String GAP = " {2,}";

  /** Output, parameters, multiply-adds, receptive field and memory, which every row has. */
  private static final int LAST = 5;

  /** The layers in order, from the lines of {@link LayerTable#lines}. */
  public static List<LayerLine> parse(String table) {
    List<LayerLine> layers = new ArrayList<>();
    for (String line : table.lines().skip(1).toList()) {
      List<String> cells = new ArrayList<>(List.of(line.split(GAP)));
      boolean isFrozen = cells.get(cells.size() - 1).equals(Columns.FROZEN);
      if (isFrozen) {
        cells.remove(cells.size() - 1);
      }
      int output = cells.size() - LAST;
      if (output < 2) {
        // The totals: no layers stand below them.
        return layers;
      }
      layers.add(
          new LayerLine(
              cells.get(0),
              cells.get(1),
              output > 2 ? cells.get(2) : "",
              cells.get(output),
              cells.get(output + 1),
              isFrozen));
    }
    return layers;
  }
}
