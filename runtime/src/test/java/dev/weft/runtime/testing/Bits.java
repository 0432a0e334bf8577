package dev.weft.runtime.testing;

import dev.weft.runtime.layer.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Numbers to compare to the bit, as arrays themselves are equal if they are close. */
public final class Bits {
  private Bits() {}

  /** The numbers of an array in C order. */
  public static List<Double> of(INDArray array) {
    return Arrays.stream(TestArrays.values(array)).boxed().toList();
  }

  /** The numbers of parameters, by their names. */
  public static Map<String, List<Double>> of(Collection<Parameter> parameters) {
    Map<String, List<Double>> numbers = new LinkedHashMap<>();
    parameters.forEach(parameter -> numbers.put(parameter.name(), of(parameter.get())));
    return numbers;
  }
}
