package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.op.DropPathOp;
import dev.weft.runtime.layer.DropPath;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.LayerUnderTest;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestTensors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DropPathTest {
  private static final int IMAGES = 20_000;
  private static final int ELEMENTS = 6;

  private static Tensor images(Nd4jKernels kernels, DataType type) {
    return TestTensors.of(
        kernels, TestArrays.normal(1, LayerUnderTest.type(type), IMAGES, 3, 2, 1).addi(5));
  }

  private static double[] mask(Nd4jKernels kernels, DropPath layer) {
    Tensor x = images(kernels, DataType.FLOAT);
    Tensor mask = TestTensors.zeros(kernels, IMAGES, 1);
    layer.forward(x, mask, x);
    return TestArrays.values(mask.toArray());
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void keepsTheAskedShareOfTheImagesAndTheMean(DataType type) {
    Nd4jKernels kernels = new Nd4jKernels(type, 3);
    Tensor x = images(kernels, type);
    Tensor mask = TestTensors.zeros(kernels, IMAGES, 1);
    kernels.dropPath("layer", new DropPathOp(0.3)).forward(x, mask, x);
    double[] values = TestArrays.values(mask.toArray());
    long kept = Arrays.stream(values).filter(value -> value != 0).count();
    assertThat(kept / (double) IMAGES).isCloseTo(0.7, within(4 * Math.sqrt(0.21 / IMAGES)));
    assertThat(Arrays.stream(values).boxed())
        .allMatch(value -> value == 0 || Math.abs(value - 1 / 0.7) < 1e-6);
  }

  @Test
  void anImageIsKeptOrDroppedAsAWholeForwardAndBackward() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.DOUBLE, 3);
    DropPath layer = kernels.dropPath("layer", new DropPathOp(0.5));
    Tensor x = images(kernels, DataType.DOUBLE);
    Tensor mask = TestTensors.zeros(kernels, IMAGES, 1);
    Tensor y = images(kernels, DataType.DOUBLE);
    Tensor gx = images(kernels, DataType.DOUBLE);
    layer.forward(x, mask, y);
    layer.backward(mask, x, gx);
    double[] expected = TestArrays.values(x.toArray());
    double[] factors = TestArrays.values(mask.toArray());
    for (int i = 0; i < expected.length; i++) {
      expected[i] *= factors[i / ELEMENTS];
    }
    assertThat(TestArrays.values(y.toArray())).isEqualTo(expected);
    assertThat(TestArrays.values(gx.toArray())).isEqualTo(expected);
  }

  @Test
  void nothingIsDroppedAtProbabilityZero() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 3);
    assertThat(mask(kernels, kernels.dropPath("layer", new DropPathOp(0)))).containsOnly(1.0);
  }

  @Test
  void masksDifferFromStepToStepAndFromLayerToLayer() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 3);
    DropPath layer = kernels.dropPath("layer", new DropPathOp(0.5));
    double[] first = mask(kernels, layer);
    assertIndependent(first, mask(kernels, layer));
    assertIndependent(first, mask(kernels, kernels.dropPath("layer", new DropPathOp(0.5))));
  }

  private static void assertIndependent(double[] a, double[] b) {
    int same = 0;
    for (int i = 0; i < IMAGES; i++) {
      same += a[i] == b[i] ? 1 : 0;
    }
    assertThat(same / (double) IMAGES).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(IMAGES)));
  }

  @Test
  void aSeedGivesTheSameMasks() {
    Nd4jKernels first = new Nd4jKernels(DataType.FLOAT, 8);
    Nd4jKernels again = new Nd4jKernels(DataType.FLOAT, 8);
    assertThat(mask(again, again.dropPath("layer", new DropPathOp(0.5))))
        .isEqualTo(mask(first, first.dropPath("layer", new DropPathOp(0.5))));
  }
}
