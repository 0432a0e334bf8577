package dev.weft.runtime.model;

import dev.weft.dsl.Nearest;
import dev.weft.runtime.layer.Parameter;
import java.util.List;
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
    return Stream.of(model.parameters(), model.frozenParameters(), model.statistics())
        .flatMap(List::stream);
  }

  private static String message(String name, Model model) {
    String network = "the network " + model.getClass().getSimpleName();
    List<String> names = all(model).map(Parameter::name).toList();
    return Nearest.first(name, names, 1).stream()
        .findFirst()
        .map(nearest -> network + " has no `" + name + "`; the nearest name is `" + nearest + "`")
        .orElse(network + " has no `" + name + "`, nor any other parameter");
  }
}
