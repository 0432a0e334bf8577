package dev.weft.runtime.weights;

import dev.weft.runtime.layer.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  static List<Long> shape(Parameter parameter) {
    return Arrays.stream(parameter.value().dims()).boxed().toList();
  }
}
