package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.FiniteDifferences.assertGradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

class FiniteDifferencesTest {
  /** The gradient of half the sum of squares is the point itself. */
  private static void check(INDArray gradient, INDArray point) {
    assertGradient("gradient", gradient, point, x -> FiniteDifferences.dot(x, x) / 2, 1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 16, 17, 2_000})
  void trueGradientIsAccepted(long length) {
    INDArray point = TestArrays.normal(1, DataType.DOUBLE, length);
    check(point, point);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 16, 17, 2_000})
  void oneWrongElementIsRefusedAmongHoweverMany(long length) {
    INDArray point = TestArrays.normal(1, DataType.DOUBLE, length);
    INDArray wrong = point.dup();
    wrong.putScalar(length / 2, point.getDouble(length / 2) + 1e-3);
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check(wrong, point));
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 2_000})
  void elementsInTheWrongOrderAreRefused(long length) {
    INDArray point = TestArrays.normal(1, DataType.DOUBLE, length);
    INDArray wrong = point.dup();
    wrong.putScalar(0, point.getDouble(1));
    wrong.putScalar(1, point.getDouble(0));
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> check(wrong, point));
  }

  @Test
  void signsAreADirectionInWhichAllSlopesAddUp() {
    INDArray gradient = TestArrays.array(new double[] {3, -1, 0, -2}, DataType.DOUBLE, 4);
    INDArray signs = FiniteDifferences.signs(gradient);
    assertThat(TestArrays.values(signs)).containsExactly(0.5, -0.5, 0.5, -0.5);
    assertThat(FiniteDifferences.dot(gradient, signs)).isEqualTo(3);
  }
}
