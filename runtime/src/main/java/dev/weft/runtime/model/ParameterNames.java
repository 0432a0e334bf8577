package dev.weft.runtime.model;

import dev.weft.runtime.layer.Parameter;
import java.util.Comparator;
import java.util.stream.Stream;

/** Finds parameters by name, or the nearest name there is. */
final class ParameterNames {
  private ParameterNames() {}

  static Parameter find(String name, Model model) {
    return all(model)
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(message(name, model)));
  }

  private static Stream<Parameter> all(Model model) {
    return Stream.concat(model.parameters().stream(), model.statistics().stream());
  }

  private static String message(String name, Model model) {
    String network = "the network " + model.getClass().getSimpleName();
    return all(model)
        .map(Parameter::name)
        .min(Comparator.comparingInt(other -> edits(name, other)))
        .map(nearest -> network + " has no `" + name + "`; the nearest name is `" + nearest + "`")
        .orElse(network + " has no `" + name + "`, nor any other parameter");
  }

  /** The least number of characters to insert, delete or replace. */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
