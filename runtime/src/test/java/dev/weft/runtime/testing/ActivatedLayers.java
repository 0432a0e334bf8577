package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.Activation;
import dev.weft.dsl.op.ActivationOp;
import dev.weft.dsl.op.AddOp;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.LeakyReluOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What training computes at once with the function behind it, against libtorch. */
@Tag(Libtorch.TAG)
public abstract class ActivatedLayers {
  private static final BatchNormOp NORM = new BatchNormOp(6, 1e-3, 0.1);
  private static final List<Op> FUNCTIONS =
      List.of(
          new ActivationOp(Activation.RELU),
          new ActivationOp(Activation.RELU6),
          new ActivationOp(Activation.TANH),
          new ActivationOp(Activation.SIGMOID),
          new LeakyReluOp(0.1));

  private final double tolerance;

  /** Layers in float. */
  protected ActivatedLayers() {
    this(1e-5);
  }

  /**
   * Layers of some precision.
   *
   * @param tolerance the largest difference, as a part of the largest number of a tensor
   */
  protected ActivatedLayers(double tolerance) {
    this.tolerance = tolerance;
  }

  /** New kernels. */
  protected abstract Kernels kernels();

  record Case(Op layer, Op function, long... dims) {
    @Override
    public String toString() {
      return layer + " with " + function + " of " + Arrays.toString(dims);
    }
  }

  static Stream<Case> all() {
    return Stream.concat(norms(), FUNCTIONS.stream().flatMap(ActivatedLayers::others));
  }

  static Stream<Case> norms() {
    return FUNCTIONS.stream()
        .flatMap(
            function ->
                Stream.of(new Case(NORM, function, 3, 6, 5, 4), new Case(NORM, function, 5, 6)));
  }

  private static Stream<Case> others(Op function) {
    return Stream.of(
        new Case(ConvOp.of(6, 5, Window.of(3, 3).padding(1, 1)), function, 3, 6, 5, 4),
        new Case(ConvOp.of(6, 4, Window.of(1, 1)).groups(2).noBias(), function, 3, 6, 5, 4),
        new Case(DenseOp.of(6, 7), function, 3, 6),
        new Case(new AddOp(), function, 3, 6, 5, 4));
  }

  @ParameterizedTest
  @MethodSource("all")
  void forwardAgrees(Case one) {
    Kernels kernels = kernels();
    INDArray[] inputs = inputs(one);
    Tensor[] own =
        Stream.of(inputs).map(input -> TestTensors.of(kernels, input)).toArray(Tensor[]::new);
    Elementwise function = function(kernels, one.function);
    Runner runner = runner(kernels, one.layer);
    List<org.bytedeco.pytorch.Tensor> parameters = TestParameters.drawn(kernels.parameters());
    List<org.bytedeco.pytorch.Tensor> leaves = Stream.of(inputs).map(Libtorch::tensor).toList();
    INDArray expected = Libtorch.array(expected(one, leaves, parameters));
    Tensor y = TestTensors.of(kernels, expected.mul(0).addi(7));
    runner.run(own, function, y);
    assertClose("output", y.toArray(), expected, tolerance);
    // A part of a larger tensor, as the input of a concatenation is.
    long[] joined = expected.shape().clone();
    joined[1] += 3;
    Tensor whole = TestTensors.zeros(kernels, joined);
    runner.run(own, function, whole.channels(2, joined[1] - 1));
    assertClose("part", whole.channels(2, joined[1] - 1).toArray(), expected, tolerance);
    assertThat(whole.channels(0, 2).toArray().sumNumber().doubleValue()).isZero();
  }

  /** Computes a layer and its function. */
  private interface Runner {
    void run(Tensor[] inputs, Elementwise function, Tensor y);
  }

  private static Runner runner(Kernels kernels, Op op) {
    if (op instanceof ConvOp conv) {
      var layer = kernels.conv2d("layer", conv);
      return (x, function, y) -> layer.forward(x[0], function, y);
    }
    if (op instanceof DenseOp dense) {
      var layer = kernels.dense("layer", dense);
      return (x, function, y) -> layer.forward(x[0], function, y);
    }
    if (op instanceof AddOp) {
      var layer = kernels.add("layer");
      return (x, function, y) -> layer.forward(x[0], x[1], function, y);
    }
    var layer = kernels.batchNorm("layer", (BatchNormOp) op);
    return (x, function, y) -> layer.forward(x[0], function, y);
  }

  @ParameterizedTest
  @MethodSource("norms")
  void gradientsOfNormalisationsAgree(Case one) {
    Kernels kernels = kernels();
    BatchNorm norm = kernels.batchNorm("layer", NORM);
    Elementwise function = function(kernels, one.function);
    List<org.bytedeco.pytorch.Tensor> parameters = TestParameters.drawn(kernels.parameters());
    INDArray[] inputs = inputs(one);
    List<org.bytedeco.pytorch.Tensor> leaves = List.of(Libtorch.leaf(inputs[0]));
    org.bytedeco.pytorch.Tensor expected = expected(one, leaves, parameters);
    INDArray gradient = TestArrays.normal(3, DataType.FLOAT, one.dims);
    INDArray inputGradient = Libtorch.gradients(expected, gradient, leaves).get(0);

    Tensor x = TestTensors.of(kernels, inputs[0]);
    Tensor y = TestTensors.of(kernels, gradient);
    norm.forward(x, function, y);
    Tensor gy = TestTensors.of(kernels, gradient);
    INDArray given = gy.toArray();
    norm.backward(x, function, y, gy, null);
    assertGradients(norm, parameters);
    assertThat(gy.toArray()).isEqualTo(given);
    Tensor gx = TestTensors.of(kernels, gradient.mul(0));
    norm.backward(x, function, y, gy, gx);
    assertGradients(norm, parameters);
    assertClose("gradient of the input", gx.toArray(), inputGradient, tolerance);
    norm.backward(x, function, y, gy, gy);
    assertClose("in the place of that of the output", gy.toArray(), inputGradient, tolerance);
  }

  private void assertGradients(BatchNorm norm, List<org.bytedeco.pytorch.Tensor> parameters) {
    List<Parameter> own = List.of(norm.weight(), norm.bias());
    for (int i = 0; i < own.size(); i++) {
      INDArray found = own.get(i).gradient().toArray();
      INDArray expected = Libtorch.array(parameters.get(i).grad());
      assertClose(own.get(i).name(), found, expected, tolerance);
    }
  }

  private static Elementwise function(Kernels kernels, Op op) {
    return op instanceof LeakyReluOp leaky
        ? kernels.leakyRelu("function", leaky)
        : kernels.elementwise("function", (ActivationOp) op);
  }

  private static org.bytedeco.pytorch.Tensor expected(
      Case one,
      List<org.bytedeco.pytorch.Tensor> inputs,
      List<org.bytedeco.pytorch.Tensor> parameters) {
    org.bytedeco.pytorch.Tensor value = LibtorchOps.forward(one.layer, inputs, parameters, true);
    return LibtorchOps.forward(one.function, List.of(value), List.of(), true);
  }

  private static INDArray[] inputs(Case one) {
    INDArray first = TestArrays.normal(1, DataType.FLOAT, one.dims).muli(3);
    return one.layer instanceof AddOp
        ? new INDArray[] {first, TestArrays.normal(2, DataType.FLOAT, one.dims).muli(3)}
        : new INDArray[] {first};
  }
}
