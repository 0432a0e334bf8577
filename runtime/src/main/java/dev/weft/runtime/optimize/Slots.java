package dev.weft.runtime.optimize;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.nd4j.ParameterFactory;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What optimisers keep for each parameter. */
final class Slots {
  private Slots() {}

  /** Checks what an optimiser is to change. */
  static List<Parameter> checked(List<Parameter> parameters) {
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("there is no parameter to train");
    }
    for (Parameter parameter : parameters) {
      if (!parameter.isTrainable()) {
        throw new IllegalArgumentException(parameter.name() + " has no gradient to step along");
      }
    }
    return List.copyOf(parameters);
  }

  /** Zeros, as long as a parameter times some factor, of its type. */
  static INDArray zeros(Parameter parameter, long factor) {
    INDArray value = parameter.value().storage();
    return Nd4j.create(value.dataType(), new long[] {factor * value.length()}, 'c');
  }

  /** An array under the name of what it is and whose. */
  static Parameter named(String what, Parameter of, INDArray values) {
    return ParameterFactory.named(what + "." + of.name(), values);
  }
}
