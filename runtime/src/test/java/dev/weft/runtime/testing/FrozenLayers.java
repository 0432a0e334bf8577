package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.GroupNormOp;
import dev.weft.dsl.op.LayerNormOp;
import dev.weft.dsl.op.Op;
import dev.weft.dsl.op.TransposedConvOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Frozen layers, which compute the gradient of their input alone, against libtorch. */
@Tag(Libtorch.TAG)
public abstract class FrozenLayers {
  private final double tolerance;

  /** Layers in float. */
  protected FrozenLayers() {
    this(1e-5);
  }

  /**
   * Layers of some precision.
   *
   * @param tolerance the largest difference, as a part of the largest number of a tensor
   */
  protected FrozenLayers(double tolerance) {
    this.tolerance = tolerance;
  }

  /** New kernels. */
  protected abstract Kernels kernels();

  static Stream<LayerCase> withParameters() {
    return Stream.concat(LayerCase.all(), LayerCase.large())
        .filter(layerCase -> layerCase.op().parameterCount() > 0);
  }

  /** Both passes of a layer. */
  private record Step(Pass forward, Back backward) {
    interface Pass {
      void run(Tensor x, Tensor y);
    }

    interface Back {
      void run(Tensor x, Tensor gy, Tensor gx);
    }
  }

  @ParameterizedTest
  @MethodSource("withParameters")
  void theGradientOfTheInputAgrees(LayerCase layerCase) {
    Kernels kernels = kernels();
    Step step = step(kernels.frozen(), layerCase.op());
    List<org.bytedeco.pytorch.Tensor> parameters = TestParameters.drawn(kernels.parameters());
    INDArray input = TestArrays.distinct(2, DataType.FLOAT, layerCase.inputs().get(0));
    Tensor x = TestTensors.of(kernels, input);
    List<org.bytedeco.pytorch.Tensor> leaves = List.of(Libtorch.leaf(x.toArray()));
    org.bytedeco.pytorch.Tensor expected =
        LibtorchOps.forward(layerCase.op(), leaves, parameters, false);
    INDArray output = Libtorch.array(expected);
    Tensor y = TestTensors.of(kernels, output.mul(0));
    step.forward.run(x, y);
    assertClose("output", y.toArray(), output, tolerance);
    Tensor gy = TestTensors.of(kernels, TestArrays.normal(3, DataType.FLOAT, output.shape()));
    Tensor gx = TestTensors.of(kernels, input.mul(0));
    step.backward.run(x, gy, gx);
    INDArray gradient = Libtorch.gradients(expected, gy.toArray(), leaves).get(0);
    assertClose("gradient of the input", gx.toArray(), gradient, tolerance);
    assertThat(kernels.parameters())
        .isNotEmpty()
        .allMatch(parameter -> !parameter.isTrainable() && parameter.gradient() == null);
  }

  private static Step step(Kernels kernels, Op op) {
    if (op instanceof ConvOp conv) {
      var layer = kernels.conv2d("layer", conv);
      return new Step(layer::forward, (x, gy, gx) -> layer.backward(gy, gx));
    } else if (op instanceof TransposedConvOp conv) {
      var layer = kernels.transposedConv2d("layer", conv);
      return new Step(layer::forward, (x, gy, gx) -> layer.backward(gy, gx));
    } else if (op instanceof DenseOp dense) {
      var layer = kernels.dense("layer", dense);
      return new Step(layer::forward, (x, gy, gx) -> layer.backward(gy, gx));
    } else if (op instanceof BatchNormOp norm) {
      var layer = kernels.batchNorm("layer", norm);
      return new Step(layer::infer, (x, gy, gx) -> layer.backward(gy, gx));
    } else if (op instanceof LayerNormOp norm) {
      var layer = kernels.layerNorm("layer", norm);
      return new Step(layer::forward, layer::backward);
    }
    var layer = kernels.groupNorm("layer", (GroupNormOp) op);
    return new Step(layer::forward, layer::backward);
  }
}
