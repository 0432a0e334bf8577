package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.Parameter;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each operation as a layer of some kernels, against libtorch. */
@Tag(Libtorch.TAG)
public abstract class LayersAgainstLibtorch {
  private final double tolerance;

  /** For sums of a hundred thousand numbers. */
  private final double toleranceOfLarge;

  /** Layers in float. */
  protected LayersAgainstLibtorch() {
    this(1e-5, 1e-4);
  }

  /**
   * Layers of some precision.
   *
   * @param tolerance the largest difference, as a part of the largest number of a tensor
   * @param toleranceOfLarge the same for sums of a hundred thousand numbers
   */
  protected LayersAgainstLibtorch(double tolerance, double toleranceOfLarge) {
    this.tolerance = tolerance;
    this.toleranceOfLarge = toleranceOfLarge;
  }

  /** New kernels. */
  protected abstract Kernels kernels();

  static Stream<LayerCase> small() {
    return LayerCase.all();
  }

  static Stream<LayerCase> large() {
    return LayerCase.large();
  }

  static Stream<LayerCase> random() {
    return RandomLayers.of(1, Integer.getInteger("weft.rounds", 6));
  }

  @ParameterizedTest
  @MethodSource("small")
  void forwardAndGradientsAgree(LayerCase layerCase) {
    check(layerCase, tolerance);
  }

  @ParameterizedTest
  @MethodSource("random")
  void forwardAndGradientsOfRandomShapesAgree(LayerCase layerCase) {
    check(layerCase, toleranceOfLarge);
  }

  @ParameterizedTest
  @MethodSource("large")
  void forwardAndGradientsOfMoreImagesThanAreComputedAtATimeAgree(LayerCase layerCase) {
    check(layerCase, toleranceOfLarge);
  }

  private void check(LayerCase layerCase, double tolerance) {
    Kernels kernels = kernels();
    check(layerCase, kernels, new LayerUnderTest(kernels, layerCase.op()), tolerance);
    check(layerCase, kernels, LayerUnderTest.ofParts(kernels, layerCase.op()), tolerance);
  }

  private static void check(
      LayerCase layerCase, Kernels kernels, LayerUnderTest layer, double tolerance) {
    List<Tensor> parameters = TestParameters.drawn(layer.parameters());
    INDArray[] inputs = inputs(layerCase, kernels);
    List<Tensor> leaves = Stream.of(inputs).map(Libtorch::leaf).toList();

    INDArray output = layer.forward(inputs);
    Tensor expected = LibtorchOps.forward(layerCase.op(), leaves, parameters, true);
    assertClose("output", output, Libtorch.array(expected), tolerance);

    INDArray gradient = rounded(TestArrays.normal(3, output.dataType(), output.shape()), kernels);
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
    checkInference(layerCase, kernels, new LayerUnderTest(kernels, layerCase.op()));
    checkInference(layerCase, kernels, LayerUnderTest.ofParts(kernels, layerCase.op()));
  }

  private void checkInference(LayerCase layerCase, Kernels kernels, LayerUnderTest layer) {
    List<Tensor> parameters = TestParameters.drawn(layer.parameters());
    INDArray[] inputs = inputs(layerCase, kernels);
    INDArray expected = expectedOfInference(layerCase, inputs, parameters);
    assertClose("output", layer.infer(inputs), expected, tolerance);
  }

  private static INDArray expectedOfInference(
      LayerCase layerCase, INDArray[] inputs, List<Tensor> parameters) {
    List<Tensor> leaves = Stream.of(inputs).map(Libtorch::tensor).toList();
    return Libtorch.array(LibtorchOps.forward(layerCase.op(), leaves, parameters, false));
  }

  @ParameterizedTest
  @MethodSource("small")
  void copiesForInferenceAgree(LayerCase layerCase) {
    Kernels kernels = kernels();
    List<Tensor> parameters =
        TestParameters.drawn(new LayerUnderTest(kernels, layerCase.op()).parameters());
    Kernels copies = kernels.forInference(OptionalInt.empty()).get();
    INDArray[] inputs = inputs(layerCase, kernels);
    INDArray expected = expectedOfInference(layerCase, inputs, parameters);
    INDArray output = new LayerUnderTest(copies, layerCase.op()).infer(inputs);
    assertClose("output", output, expected, tolerance);
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

  private static INDArray[] inputs(LayerCase layerCase, Kernels kernels) {
    return layerCase.inputs().stream()
        .map(dims -> TestArrays.distinct(2, org.nd4j.linalg.api.buffer.DataType.FLOAT, dims))
        .map(values -> rounded(values, kernels))
        .toArray(INDArray[]::new);
  }

  /**
   * As the kernels keep them, so that both see the same of two nearly equal numbers as larger, and
   * add up the same ones, which may cancel each other out.
   */
  private static INDArray rounded(INDArray values, Kernels kernels) {
    return TestTensors.of(kernels, values).toArray();
  }
}
