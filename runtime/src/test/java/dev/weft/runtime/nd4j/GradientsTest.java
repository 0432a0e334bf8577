package dev.weft.runtime.nd4j;

import static dev.weft.runtime.testing.FiniteDifferences.assertGradient;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FiniteDifferences;
import dev.weft.runtime.testing.LayerCase;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class GradientsTest {
  private static final double TOLERANCE = 1e-6;

  static Stream<LayerCase> cases() {
    return LayerCase.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsAgreeWithFiniteDifferences(LayerCase layerCase) {
    LayerUnderTest layer = new LayerUnderTest(new Nd4jKernels(DataType.DOUBLE, 1), layerCase.op());
    INDArray[] inputs =
        layerCase.inputs().stream()
            .map(dims -> TestArrays.distinct(2, org.nd4j.linalg.api.buffer.DataType.DOUBLE, dims))
            .toArray(INDArray[]::new);
    INDArray output = layer.forward(inputs);
    INDArray gradient = TestArrays.normal(3, output.dataType(), output.shape());
    List<INDArray> inputGradients = layer.backward(gradient);
    List<INDArray> parameterGradients =
        layer.parameters().stream()
            .filter(Parameter::isTrainable)
            .map(parameter -> parameter.gradient().toArray())
            .toList();

    for (int i = 0; i < inputs.length; i++) {
      int index = i;
      assertGradient(
          "gradient of input " + i,
          inputGradients.get(i),
          inputs[i],
          moved -> {
            INDArray[] all = inputs.clone();
            all[index] = moved;
            return FiniteDifferences.dot(layer.forward(all), gradient);
          },
          TOLERANCE);
    }
    for (int i = 0; i < parameterGradients.size(); i++) {
      Parameter parameter = layer.parameters().get(i);
      INDArray original = parameter.get();
      assertGradient(
          parameter.name(),
          parameterGradients.get(i),
          original,
          moved -> {
            parameter.set(moved);
            return FiniteDifferences.dot(layer.forward(inputs), gradient);
          },
          TOLERANCE);
      parameter.set(original);
    }
  }
}
