package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each operation as a layer of some kernels, against libtorch. */
@Tag(Libtorch.TAG)
public abstract class LayersAgainstLibtorch {
  private static final double TOLERANCE = 1e-5;

  /** For sums of a hundred thousand numbers. */
  private static final double TOLERANCE_OF_LARGE = 1e-4;

  /** New kernels for float. */
  protected abstract Kernels kernels();

  static Stream<LayerCase> small() {
    return LayerCase.all();
  }

  static Stream<LayerCase> large() {
    return LayerCase.large();
  }

  @ParameterizedTest
  @MethodSource("small")
  void forwardAndGradientsAgree(LayerCase layerCase) {
    check(layerCase, TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("large")
  void forwardAndGradientsOfMoreImagesThanAreComputedAtATimeAgree(LayerCase layerCase) {
    check(layerCase, TOLERANCE_OF_LARGE);
  }

  private void check(LayerCase layerCase, double tolerance) {
    Kernels kernels = kernels();
    check(layerCase, new LayerUnderTest(kernels, layerCase.op()), tolerance);
    check(layerCase, LayerUnderTest.ofParts(kernels, layerCase.op()), tolerance);
  }

  private static void check(LayerCase layerCase, LayerUnderTest layer, double tolerance) {
    List<Tensor> parameters = randomised(layer);
    INDArray[] inputs = inputs(layerCase);
    List<Tensor> leaves = Stream.of(inputs).map(Libtorch::leaf).toList();

    INDArray output = layer.forward(inputs);
    Tensor expected = LibtorchOps.forward(layerCase.op(), leaves, parameters, true);
    assertClose("output", output, Libtorch.array(expected), tolerance);

    INDArray gradient = TestArrays.normal(3, output.dataType(), output.shape());
    List<INDArray> inputGradients = layer.backward(gradient);
    List<INDArray> expectedGradients = Libtorch.gradients(expected, gradient, leaves);
    for (int i = 0; i < inputs.length; i++) {
      String what = "gradient of input " + i;
      assertClose(what, inputGradients.get(i), expectedGradients.get(i), tolerance);
    }
    for (int i = 0; i < parameters.size(); i++) {
      assertParameterAgrees(layer.parameters().get(i), parameters.get(i), tolerance);
    }
  }

  @ParameterizedTest
  @MethodSource({"small", "large"})
  void inferenceAgrees(LayerCase layerCase) {
    Kernels kernels = kernels();
    checkInference(layerCase, new LayerUnderTest(kernels, layerCase.op()));
    checkInference(layerCase, LayerUnderTest.ofParts(kernels, layerCase.op()));
  }

  private static void checkInference(LayerCase layerCase, LayerUnderTest layer) {
    List<Tensor> parameters = randomised(layer);
    INDArray[] inputs = inputs(layerCase);
    List<Tensor> leaves = Stream.of(inputs).map(Libtorch::tensor).toList();
    INDArray expected =
        Libtorch.array(LibtorchOps.forward(layerCase.op(), leaves, parameters, false));
    assertClose("output", layer.infer(inputs), expected, TOLERANCE);
  }

  private static void assertParameterAgrees(
      Parameter parameter, Tensor expected, double tolerance) {
    if (parameter.isTrainable()) {
      INDArray gradient = parameter.gradient().toArray();
      assertClose(parameter.name(), gradient, Libtorch.array(expected.grad()), tolerance);
    } else {
      assertClose(parameter.name(), parameter.get(), Libtorch.array(expected), tolerance);
    }
  }

  private static INDArray[] inputs(LayerCase layerCase) {
    return layerCase.inputs().stream()
        .map(dims -> TestArrays.distinct(2, org.nd4j.linalg.api.buffer.DataType.FLOAT, dims))
        .toArray(INDArray[]::new);
  }

  private static List<Tensor> randomised(LayerUnderTest layer) {
    List<Tensor> tensors = new ArrayList<>();
    for (Parameter parameter : layer.parameters()) {
      INDArray values =
          TestArrays.normal(
              parameter.name().hashCode(),
              org.nd4j.linalg.api.buffer.DataType.FLOAT,
              parameter.value().dims());
      boolean variance = parameter.name().endsWith("running_var");
      parameter.set(variance ? values.mul(values).addi(0.5) : values);
      INDArray used = parameter.get();
      tensors.add(parameter.isTrainable() ? Libtorch.leaf(used) : Libtorch.tensor(used));
    }
    return tensors;
  }
}
