package dev.weft.examples.byhand;

import dev.weft.runtime.tensor.DataType;
import org.bytedeco.pytorch.Tensor;

/** How closely two networks must agree. */
enum Precision {
  /** But for rounding. */
  DOUBLE(DataType.DOUBLE, 1e-9, 1e-9, false),

  /** Of smooth functions. */
  FLOAT(DataType.FLOAT, 1e-3, 1e-3, false),

  /**
   * Of smooth functions by oneDNN, which adds up in another order than ND4J and libtorch: a small
   * gradient may be what large numbers leave of each other.
   */
  FLOAT_BY_ONEDNN(DataType.FLOAT, 1e-3, 5e-3, false),

  /**
   * Of rectifiers and max pools. Among millions of values, a few lie so close to a kink, or to
   * another value of their window, that the two networks round them to different sides; a gradient
   * then passes in one and not in the other, and everything in front shows it. So gradients are
   * compared as a whole, by their norms, and that they are right is for {@link #DOUBLE} to say, in
   * which this does not happen.
   */
  FLOAT_WITH_KINKS(DataType.FLOAT, 1e-3, 5e-2, true);

  private final DataType dataType;
  private final double ofValues;
  private final double ofGradients;
  private final boolean byNorm;

  Precision(DataType dataType, double ofValues, double ofGradients, boolean byNorm) {
    this.dataType = dataType;
    this.ofValues = ofValues;
    this.ofGradients = ofGradients;
    this.byNorm = byNorm;
  }

  DataType dataType() {
    return dataType;
  }

  /** The largest difference of two arrays, as a part of the largest number. */
  double ofValues() {
    return ofValues;
  }

  /** The size of the difference of two gradients, as a part of their size. */
  double ofGradients() {
    return ofGradients;
  }

  /** What counts as the size of a gradient: its largest number or its norm. */
  double size(Tensor gradient) {
    return byNorm ? gradient.norm().item_double() : largest(gradient);
  }

  static double largest(Tensor tensor) {
    return tensor.abs().max().item_double();
  }
}
