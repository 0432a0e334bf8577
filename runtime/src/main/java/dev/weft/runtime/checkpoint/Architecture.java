package dev.weft.runtime.checkpoint;

import dev.weft.dsl.report.LayerLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of a network, as far as arrays and results depend on them: not what memory they take,
 * nor what the losses of auxiliary heads weigh.
 */
final class Architecture {
  private static final int MOST = 5;

  /** By the layers' names. */
  private final Map<String, Map<String, Object>> layers;

  private Architecture(List<Map<String, Object>> layers) {
    this.layers = new LinkedHashMap<>();
    layers.forEach(layer -> this.layers.put((String) layer.get("name"), layer));
  }

  /** That of a table of layers. */
  static Architecture of(String table) {
    return new Architecture(LayerLine.parse(table).stream().map(Architecture::toMap).toList());
  }

  private static Map<String, Object> toMap(LayerLine layer) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", layer.name());
    map.put("operation", layer.operation());
    map.put("from", layer.from());
    map.put("output", layer.output());
    map.put("parameters", layer.parameters());
    map.put("frozen", layer.isFrozen());
    return map;
  }

  /** What {@link #toList} gave. */
  static Architecture of(List<Map<String, Object>> list) {
    return new Architecture(list);
  }

  List<Map<String, Object>> toList() {
    return List.copyOf(layers.values());
  }

  /**
   * What differs, in words; empty if nothing does.
   *
   * @param present the network at hand, while this is that of a checkpoint
   * @param isTrained whether it matters what is frozen
   */
  List<String> differences(Architecture present, boolean isTrained) {
    List<String> differences = new ArrayList<>();
    layers.forEach(
        (name, layer) -> {
          Map<String, Object> now = present.layers.get(name);
          if (now == null) {
            differences.add(name + " is in the checkpoint only: " + text(layer, isTrained));
          } else if (!text(layer, isTrained).equals(text(now, isTrained))) {
            differences.add(
                name
                    + " is "
                    + text(layer, isTrained)
                    + " there, but "
                    + text(now, isTrained)
                    + " here");
          }
        });
    present.layers.forEach(
        (name, layer) -> {
          if (!layers.containsKey(name)) {
            differences.add(name + " is in the network only: " + text(layer, isTrained));
          }
        });
    if (differences.isEmpty() && !names(this).equals(names(present))) {
      differences.add("the layers come in another order");
    }
    return differences.size() <= MOST ? differences : shortened(differences);
  }

  private static List<String> names(Architecture architecture) {
    return List.copyOf(architecture.layers.keySet());
  }

  private static List<String> shortened(List<String> differences) {
    List<String> first = new ArrayList<>(differences.subList(0, MOST));
    first.add("and " + (differences.size() - MOST) + " more");
    return first;
  }

  /** {@code conv 3x3, 8 of .relu to 8 x 6 x 6 with 80 parameters}. */
  private static String text(Map<String, Object> layer, boolean isTrained) {
    String from = (String) layer.get("from");
    String parameters = (String) layer.get("parameters");
    return (isTrained && Boolean.TRUE.equals(layer.get("frozen")) ? "frozen " : "")
        + layer.get("operation")
        + (from.isEmpty() ? "" : " of " + from)
        + " to "
        + layer.get("output")
        + (parameters.equals("-") ? "" : " with " + parameters + " parameters");
  }
}
