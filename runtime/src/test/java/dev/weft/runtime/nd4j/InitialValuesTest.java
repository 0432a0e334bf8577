package dev.weft.runtime.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.Init;
import dev.weft.dsl.op.BatchNormOp;
import dev.weft.dsl.op.ConvOp;
import dev.weft.dsl.op.DenseOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.dsl.op.Window;
import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.TestArrays;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InitialValuesTest {
  private static final ConvOp LARGE = ConvOp.of(64, 128, Window.of(3, 3)).groups(2);

  private static Parameter weight(DataType type, long seed, ConvOp op) {
    return new Nd4jKernels(type, seed).conv2d("conv", op).weight();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).average().orElseThrow());
  }

  @Test
  void heIsNormalWithDeviationByFanIn() {
    double[] values = TestArrays.values(weight(DataType.DOUBLE, 5, LARGE).get());
    double expected = Math.sqrt(2.0 / (32 * 9));
    double sampling = 4 / Math.sqrt(values.length);
    assertThat(mean(values)).isCloseTo(0, within(expected * sampling));
    assertThat(deviation(values)).isCloseTo(expected, within(expected * sampling));
    long within = Arrays.stream(values).filter(value -> Math.abs(value) < expected).count();
    assertThat(within / (double) values.length).isCloseTo(0.6827, within(0.01));
  }

  @Test
  void xavierIsUniformWithLimitByBothFans() {
    double[] values = TestArrays.values(weight(DataType.DOUBLE, 5, LARGE.init(Init.XAVIER)).get());
    double limit = Math.sqrt(6.0 / (32 * 9 + 64 * 9));
    double sampling = 4 / Math.sqrt(values.length);
    assertThat(mean(values)).isCloseTo(0, within(limit * sampling));
    assertThat(deviation(values)).isCloseTo(limit / Math.sqrt(3), within(limit * sampling));
    assertThat(Arrays.stream(values).max().orElseThrow()).isBetween(limit * 0.99, limit);
    assertThat(Arrays.stream(values).min().orElseThrow()).isBetween(-limit, -limit * 0.99);
  }

  @Test
  void floatIsTheRoundedDouble() {
    double[] exact = TestArrays.values(weight(DataType.DOUBLE, 5, LARGE).get());
    double[] rounded = TestArrays.values(weight(DataType.FLOAT, 5, LARGE).get());
    assertThat(rounded).isEqualTo(Arrays.stream(exact).map(value -> (float) value).toArray());
  }

  @Test
  void valuesDependOnSeedAndOrderOnly() {
    assertThat(weight(DataType.FLOAT, 5, LARGE).get())
        .isEqualTo(weight(DataType.FLOAT, 5, LARGE).get())
        .isNotEqualTo(weight(DataType.FLOAT, 6, LARGE).get());
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 5);
    kernels.dropout("layer", new DropoutOp(0.5));
    assertThat(kernels.conv2d("other", LARGE).weight().get())
        .isEqualTo(weight(DataType.FLOAT, 5, LARGE).get());
    assertThat(kernels.conv2d("next", LARGE).weight().get())
        .isNotEqualTo(weight(DataType.FLOAT, 5, LARGE).get());
  }

  @Test
  void neighbouringSeedsShareNoPattern() {
    double[] one = TestArrays.values(weight(DataType.DOUBLE, 1, LARGE).get());
    double[] two = TestArrays.values(weight(DataType.DOUBLE, 2, LARGE).get());
    double covariance = 0;
    for (int i = 0; i < one.length; i++) {
      covariance += one[i] * two[i] / one.length;
    }
    double correlation = covariance / (deviation(one) * deviation(two));
    assertThat(correlation).isCloseTo(0, within(4 / Math.sqrt(one.length)));
  }

  @Test
  void biasesStartAtZeroAndNormalisationsAtIdentity() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 5);
    Parameter bias = kernels.dense("fc", DenseOp.of(3, 2)).bias();
    assertThat(TestArrays.values(bias.get())).containsExactly(0, 0);
    BatchNorm norm = kernels.batchNorm("bn", new BatchNormOp(2, 1e-5, 0.1));
    assertThat(TestArrays.values(norm.weight().get())).containsExactly(1, 1);
    assertThat(TestArrays.values(norm.bias().get())).containsExactly(0, 0);
    assertThat(TestArrays.values(norm.runningMean().get())).containsExactly(0, 0);
    assertThat(TestArrays.values(norm.runningVar().get())).containsExactly(1, 1);
  }

  @Test
  void parametersAreNamedAfterTheirLayer() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 5);
    BatchNorm norm = kernels.batchNorm("layer1.0.bn1", new BatchNormOp(2, 1e-5, 0.1));
    assertThat(norm.runningVar().name()).isEqualTo("layer1.0.bn1.running_var");
    assertThat(norm.runningVar().isTrainable()).isFalse();
    assertThat(norm.weight().isTrainable()).isTrue();
  }

  @Test
  void missingBiasIsNamed() {
    Nd4jKernels kernels = new Nd4jKernels(DataType.FLOAT, 5);
    assertThatIllegalStateException()
        .isThrownBy(() -> kernels.conv2d("c1", LARGE.noBias()).bias())
        .withMessage("the convolution c1 has no bias");
    assertThatIllegalStateException()
        .isThrownBy(() -> kernels.dense("fc", DenseOp.of(3, 2).noBias()).bias())
        .withMessage("the dense layer fc has no bias");
  }
}
