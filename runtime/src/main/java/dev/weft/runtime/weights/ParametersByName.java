package dev.weft.runtime.weights;

import dev.weft.runtime.layer.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A network's parameters and running statistics under their names, as a file has them. */
final class ParametersByName {
  private ParametersByName() {}

  /**
   * The parameters in their order.
   *
   * @throws IllegalStateException if two have the same name, which a file cannot hold
   */
  static Map<String, Parameter> of(List<Parameter> parameters) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (byName.put(parameter.name(), parameter) != null) {
        throw new IllegalStateException(
            "two parameters have the name `" + parameter.name() + "`: name their layers apart");
      }
    }
    return byName;
  }

  /** What is inside a block, under the names that it has there. */
  static Map<String, Parameter> inside(String block, Map<String, Parameter> parameters) {
    String prefix = block + ".";
    Map<String, Parameter> inside = new LinkedHashMap<>();
    parameters.forEach(
        (name, parameter) -> {
          if (name.startsWith(prefix)) {
            inside.put(name.substring(prefix.length()), parameter);
          }
        });
    return inside;
  }

  /** The names of all blocks that hold parameters, the outer ones before the inner. */
  static List<String> blocks(Map<String, Parameter> parameters) {
    Set<String> blocks = new LinkedHashSet<>();
    for (String name : parameters.keySet()) {
      for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
        blocks.add(name.substring(0, dot));
      }
    }
    return List.copyOf(blocks);
  }

  static List<Long> shape(Parameter parameter) {
    return Arrays.stream(parameter.value().dims()).boxed().toList();
  }
}
