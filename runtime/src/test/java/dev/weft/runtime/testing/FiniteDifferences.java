package dev.weft.runtime.testing;

import static dev.weft.runtime.testing.Closeness.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients by central differences, in double.
 *
 * <pre>{@code
 * FiniteDifferences.assertGradient("weights", gradient, weights, w -> lossWith(w), 1e-6);
 * }</pre>
 */
public final class FiniteDifferences {
  private static final double STEP = 1e-4;

  /** Up to so many elements are compared one by one, and else as many directions. */
  private static final int MOST_COMPARED = 16;

  private FiniteDifferences() {}

  /**
   * As the other, with steps of 1e-4. The error is of the order of the third derivative times 1e-8,
   * so the function must be smooth, and not too steep, around the point.
   */
  public static void assertGradient(
      String what,
      INDArray actual,
      INDArray point,
      ToDoubleFunction<INDArray> function,
      double tolerance) {
    assertGradient(what, actual, point, function, STEP, tolerance);
  }

  /**
   * Checks a function's gradient at a point: one by one if its elements are few, and else its
   * slopes in random directions. Each element has an equal part in each direction, with a random
   * sign, so that a wrong one shows in all of them, for a small part of the evaluations.
   *
   * <p>The smaller the step, the fewer kinks of a function that is smooth but in places lie within
   * it, and the larger the error of rounding.
   */
  public static void assertGradient(
      String what,
      INDArray actual,
      INDArray point,
      ToDoubleFunction<INDArray> function,
      double step,
      double tolerance) {
    if (point.length() <= MOST_COMPARED) {
      assertClose(what, actual, gradient(point, function, step), tolerance);
      return;
    }
    assertThat(actual.shape()).as(what + ": shape").isEqualTo(point.shape());
    double[] found = new double[MOST_COMPARED];
    double[] expected = new double[MOST_COMPARED];
    for (int i = 0; i < MOST_COMPARED; i++) {
      INDArray direction = direction(i, point);
      found[i] = dot(actual, direction);
      INDArray move = direction.mul(step);
      expected[i] =
          (function.applyAsDouble(point.add(move)) - function.applyAsDouble(point.sub(move)))
              / (2 * step);
    }
    assertClose(
        what + " in random directions",
        TestArrays.array(found, DataType.DOUBLE, MOST_COMPARED),
        TestArrays.array(expected, DataType.DOUBLE, MOST_COMPARED),
        tolerance);
  }

  /**
   * The direction of a gradient's signs, of length 1: each element has an equal part in the slope
   * along it, and none makes up for another. So one slope shows any wrong element.
   */
  public static INDArray signs(INDArray gradient) {
    double[] values = TestArrays.values(gradient);
    double size = 1 / Math.sqrt(values.length);
    Arrays.setAll(values, i -> values[i] < 0 ? -size : size);
    return like(gradient, values);
  }

  /** An array like {@code point} of length 1, whose elements differ in their signs only. */
  private static INDArray direction(long seed, INDArray point) {
    Random random = new Random(seed);
    double[] values = new double[(int) point.length()];
    double size = 1 / Math.sqrt(values.length);
    Arrays.setAll(values, i -> random.nextBoolean() ? size : -size);
    return like(point, values);
  }

  private static INDArray gradient(
      INDArray point, ToDoubleFunction<INDArray> function, double step) {
    double[] values = TestArrays.values(point);
    double[] gradient = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      values[i] = value + step;
      double above = function.applyAsDouble(like(point, values));
      values[i] = value - step;
      double below = function.applyAsDouble(like(point, values));
      values[i] = value;
      gradient[i] = (above - below) / (2 * step);
    }
    return like(point, gradient);
  }

  /** {@code sum(a b)}: a loss whose gradient by {@code a} is {@code b}. */
  public static double dot(INDArray a, INDArray b) {
    double[] left = TestArrays.values(a);
    double[] right = TestArrays.values(b);
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static INDArray like(INDArray point, double[] values) {
    return TestArrays.array(values, point.dataType(), point.shape());
  }
}
