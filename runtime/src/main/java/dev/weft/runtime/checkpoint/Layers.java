package dev.weft.runtime.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two tables of layers, row by row. */
final class Layers {
  private static final int MOST = 5;
  private static final String COLUMNS = " {2,}";
  private static final String FROZEN = "frozen";

  private Layers() {}

  /** What differs, in words; empty if nothing does. */
  static List<String> differences(List<String> saved, List<String> present) {
    if (saved.equals(present)) {
      return List.of();
    }
    Map<String, String> before = byName(saved);
    Map<String, String> now = byName(present);
    List<String> differences = new ArrayList<>();
    before.forEach(
        (name, row) -> {
          if (!now.containsKey(name)) {
            differences.add(name + " is in the checkpoint only: " + row);
          } else if (!now.get(name).equals(row)) {
            differences.add(name + " is " + row + " there, but " + now.get(name) + " here");
          }
        });
    now.forEach(
        (name, row) -> {
          if (!before.containsKey(name)) {
            differences.add(name + " is in the network only: " + row);
          }
        });
    if (differences.isEmpty()) {
      differences.add("the layers come in another order");
    }
    return differences.size() <= MOST ? differences : shortened(differences);
  }

  private static List<String> shortened(List<String> differences) {
    List<String> first = new ArrayList<>(differences.subList(0, MOST));
    first.add("and " + (differences.size() - MOST) + " more");
    return first;
  }

  /** What a row says of its layer: whether it is frozen, operation and output. */
  private static Map<String, String> byName(List<String> table) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : table) {
      String[] cells = line.split(COLUMNS);
      if (cells.length >= 3) {
        String frozen = cells[cells.length - 1].equals(FROZEN) ? FROZEN + " " : "";
        rows.put(cells[0], frozen + cells[1].strip() + " to " + cells[2].strip());
      }
    }
    return rows;
  }
}
