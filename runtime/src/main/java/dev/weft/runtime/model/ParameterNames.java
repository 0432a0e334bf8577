package dev.weft.runtime.model;

import dev.weft.dsl.Nearest;
import dev.weft.runtime.layer.Parameter;
import java.util.List;

/** Finds parameters by name, or the nearest name there is. */
final class ParameterNames {
  private ParameterNames() {}

  static Parameter find(String name, Model model) {
    return model.arrays().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(message(name, model)));
  }

  private static String message(String name, Model model) {
    String network = "the network " + model.getClass().getSimpleName();
    List<String> names = model.arrays().stream().map(Parameter::name).toList();
    return Nearest.first(name, names, 1).stream()
        .findFirst()
        .map(nearest -> network + " has no `" + name + "`; the nearest name is `" + nearest + "`")
        .orElse(network + " has no `" + name + "`, nor any other parameter");
  }
}
