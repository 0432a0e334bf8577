package dev.weft.runtime.nd4j;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weft.dsl.op.BatchNormOp;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.LibtorchOps;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestTensors;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class BatchNormTest {
  private static final BatchNormOp OP = new BatchNormOp(3, 1e-5, 0.1);

  private final LayerUnderTest layer = new LayerUnderTest(new Nd4jKernels(DataType.FLOAT, 1), OP);

  private static INDArray batch(long seed, int size) {
    INDArray normal = TestArrays.normal(seed, LayerUnderTest.type(DataType.FLOAT), size, 3, 4, 2);
    return normal.mul(seed + 1).addi(10 * seed);
  }

  @Test
  @Tag(Libtorch.TAG)
  void statisticsAfterThreeBatchesOfDifferentSizesAgree() {
    List<org.bytedeco.pytorch.Tensor> expected =
        layer.parameters().stream().map(Parameter::get).map(Libtorch::tensor).toList();
    for (int seed = 1; seed <= 3; seed++) {
      INDArray batch = batch(seed, 5 - seed);
      layer.forward(batch);
      LibtorchOps.forward(OP, List.of(Libtorch.tensor(batch)), expected, true);
    }
    for (int i = 2; i < 4; i++) {
      Parameter statistic = layer.parameters().get(i);
      assertClose(statistic.name(), statistic.get(), Libtorch.array(expected.get(i)), 1e-5);
    }
    INDArray batch = batch(4, 2);
    org.bytedeco.pytorch.Tensor output =
        LibtorchOps.forward(OP, List.of(Libtorch.tensor(batch)), expected, false);
    assertClose("inference", layer.infer(batch), Libtorch.array(output), 1e-5);
  }

  @Test
  void inferenceBetweenForwardAndBackwardChangesNoGradient() {
    assertThat(inputGradient(true)).isEqualTo(inputGradient(false));
  }

  private static INDArray inputGradient(boolean inferenceBetween) {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 1);
    BatchNorm norm = kernels.batchNorm("bn", OP);
    Tensor x = TestTensors.of(kernels, batch(1, 4));
    Tensor gradient = TestTensors.of(kernels, batch(2, 4));
    norm.forward(x, TestTensors.of(kernels, batch(0, 4)));
    if (inferenceBetween) {
      Tensor other = TestTensors.of(kernels, batch(7, 4));
      norm.infer(other, other);
    }
    norm.backward(x, gradient, gradient);
    return gradient.toArray();
  }

  @Test
  void oneValueAChannelHasNoVariance() {
    INDArray single = TestArrays.normal(1, LayerUnderTest.type(DataType.FLOAT), 1, 3, 1, 1);
    assertThatExceptionOfType(BatchTooSmallException.class)
        .isThrownBy(() -> layer.forward(single))
        .withMessageContainingAll("`layer`", "[1, 3, 1, 1]", "batches of at least 2");
  }
}
