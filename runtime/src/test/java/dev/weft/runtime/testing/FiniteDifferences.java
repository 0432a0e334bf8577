package dev.weft.runtime.testing;

import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Gradients by central differences, in double.
 *
 * <pre>{@code
 * INDArray expected = FiniteDifferences.gradient(weights, w -> lossWith(w));
 * }</pre>
 */
public final class FiniteDifferences {
  private static final double STEP = 1e-4;

  private FiniteDifferences() {}

  /**
   * The gradient of a function at a point. The error is of the order of the third derivative times
   * 1e-8, so the function must be smooth, and not too steep, around the point.
   *
   * @param point not changed
   * @param function is given arrays like {@code point}, each moved in one element
   */
  public static INDArray gradient(INDArray point, ToDoubleFunction<INDArray> function) {
    return gradient(point, function, STEP);
  }

  /**
   * The gradient of a function at a point. The smaller the step, the fewer kinks of a function that
   * is smooth but in places lie within it, and the larger the error of rounding.
   */
  public static INDArray gradient(
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
