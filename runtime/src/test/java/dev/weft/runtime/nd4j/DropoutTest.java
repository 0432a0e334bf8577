package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.op.DropoutOp;
import dev.weft.runtime.layer.Dropout;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestTensors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

class DropoutTest {
  private static final long[] DIMS = {50, 20, 10, 10};
  private static final int COUNT = 100_000;

  private final Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 3);

  private Tensor tensor() {
    return TestTensors.of(
        kernels, TestArrays.normal(1, LayerUnderTest.type(DataType.FLOAT), DIMS).addi(5));
  }

  private double[] mask(Dropout dropout) {
    Tensor mask = tensor();
    dropout.forward(tensor(), mask, tensor());
    return TestArrays.values(mask.toArray());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void maskKeepsTheAskedShareAndTheMean(DataType type) {
    Nd4jKernels ofType = new Nd4jKernels(type, 3);
    Tensor x = TestTensors.zeros(ofType, DIMS);
    Tensor mask = TestTensors.zeros(ofType, DIMS);
    ofType.dropout("layer", new DropoutOp(0.3)).forward(x, mask, x);
    double[] values = TestArrays.values(mask.toArray());
    long kept = Arrays.stream(values).filter(value -> value != 0).count();
    assertThat(kept / (double) COUNT).isCloseTo(0.7, within(4 * Math.sqrt(0.21 / COUNT)));
    assertThat(Arrays.stream(values).boxed())
        .allMatch(value -> value == 0 || Math.abs(value - 1 / 0.7) < 1e-6);
  }

  @Test
  void neighboursAreDroppedIndependently() {
    double[] values = mask(kernels.dropout("layer", new DropoutOp(0.5)));
    for (int distance : new int[] {1, 2, 10, 100, 2000}) {
      int same = 0;
      for (int i = 0; i + distance < COUNT; i++) {
        same += values[i] == values[i + distance] ? 1 : 0;
      }
      assertThat(same / (double) (COUNT - distance))
          .as("distance %d", distance)
          .isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(COUNT - distance)));
    }
  }

  @Test
  void forwardAndBackwardUseTheSameMask() {
    Dropout dropout = kernels.dropout("layer", new DropoutOp(0.5));
    Tensor x = tensor();
    Tensor mask = tensor();
    Tensor y = tensor();
    dropout.forward(x, mask, y);
    INDArray factors = mask.toArray();
    assertThat(y.toArray()).isEqualTo(x.toArray().mul(factors));
    Tensor gx = tensor();
    dropout.backward(mask, x, gx);
    assertThat(gx.toArray()).isEqualTo(x.toArray().mul(factors));
  }

  @Test
  void nothingIsDroppedAtProbabilityZero() {
    assertThat(mask(kernels.dropout("layer", new DropoutOp(0)))).containsOnly(1.0);
  }

  @Test
  void masksDifferFromStepToStepAndFromLayerToLayer() {
    Dropout dropout = kernels.dropout("layer", new DropoutOp(0.5));
    double[] first = mask(dropout);
    assertIndependent(first, mask(dropout));
    assertIndependent(first, mask(kernels.dropout("layer", new DropoutOp(0.5))));
  }

  private static void assertIndependent(double[] a, double[] b) {
    int same = 0;
    for (int i = 0; i < COUNT; i++) {
      same += a[i] == b[i] ? 1 : 0;
    }
    assertThat(same / (double) COUNT).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(COUNT)));
  }

  @Test
  void aSeedGivesTheSameMasks() {
    double[] first = mask(new Nd4jKernels(DataType.FLOAT, 8).dropout("layer", new DropoutOp(0.5)));
    double[] again = mask(new Nd4jKernels(DataType.FLOAT, 8).dropout("layer", new DropoutOp(0.5)));
    assertThat(again).isEqualTo(first);
    assertIndependent(
        first, mask(new Nd4jKernels(DataType.FLOAT, 9).dropout("layer", new DropoutOp(0.5))));
  }
}
