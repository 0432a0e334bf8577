package dev.weft.dsl;

import java.util.Arrays;

/**
 * The shape of one value of a network, without the batch: {@code channels x height x width} for an
 * image or a feature map, {@code features} for a vector.
 *
 * <p>While shapes are inferred, a dimension or the whole shape may be unknown because a mistake was
 * found further up; whatever depends on an unknown dimension is not reported as a mistake of its
 * own. The shapes of a finished {@link dev.weft.dsl.graph.Graph} are all known.
 *
 * <pre>{@code
 * Shape image = Shape.of(3, 224, 224);
 * image.channels();   // 3
 * image.elements();   // 150528
 * image.toString();   // "3 x 224 x 224"
 * }</pre>
 */
public final class Shape {
  /** Marks a dimension that a mistake further up left open. */
  public static final int UNKNOWN = -1;

  private static final Shape ENTIRELY_UNKNOWN = new Shape(new int[0]);

  private final int[] dims;

  private Shape(int[] dims) {
    this.dims = dims;
  }

  /**
   * The shape with these dimensions, outermost first.
   *
   * @throws IllegalArgumentException if there is no dimension, or one is neither positive nor
   *     {@link #UNKNOWN}
   */
  public static Shape of(int... dims) {
    if (dims.length == 0) {
      throw new IllegalArgumentException("a shape needs at least one dimension");
    }
    for (int dim : dims) {
      if (dim < 1 && dim != UNKNOWN) {
        throw new IllegalArgumentException("a dimension must be at least 1, but is " + dim);
      }
    }
    return new Shape(dims.clone());
  }

  /** A shape of which not even the rank is known. */
  public static Shape unknown() {
    return ENTIRELY_UNKNOWN;
  }

  /** The number of dimensions; 0 if not even that is known. */
  public int rank() {
    return dims.length;
  }

  /** The size of dimension {@code index}, counted from 0, or {@link #UNKNOWN}. */
  public int dim(int index) {
    return dims[index];
  }

  /** Whether this is, or may turn out to be, a {@code channels x height x width} shape. */
  public boolean mayBeImage() {
    return rank() == 3 || rank() == 0;
  }

  /** Whether every dimension is known. */
  public boolean isKnown() {
    for (int dim : dims) {
      if (dim == UNKNOWN) {
        return false;
      }
    }
    return rank() > 0;
  }

  /** The number of channels of an image, or of features of a vector. */
  public int channels() {
    return rank() == 0 ? UNKNOWN : dims[0];
  }

  /** The height of an image. */
  public int height() {
    return rank() == 0 ? UNKNOWN : dims[1];
  }

  /** The width of an image. */
  public int width() {
    return rank() == 0 ? UNKNOWN : dims[2];
  }

  /**
   * The number of elements for one image, or {@link #UNKNOWN}.
   *
   * @throws ArithmeticException if the number does not fit a long
   */
  public long elements() {
    if (!isKnown()) {
      return UNKNOWN;
    }
    long product = 1;
    for (int dim : dims) {
      product = Math.multiplyExact(product, dim);
    }
    return product;
  }

  /**
   * A dimension and a number; unknown if the dimension is.
   *
   * @throws ArithmeticException if the sum does not fit an int
   */
  public static int sum(int dim, int number) {
    return dim == UNKNOWN ? UNKNOWN : Math.addExact(dim, number);
  }

  /**
   * A dimension times a number; unknown if the dimension is.
   *
   * @throws ArithmeticException if the product does not fit an int
   */
  public static int product(int dim, int number) {
    return dim == UNKNOWN ? UNKNOWN : Math.multiplyExact(dim, number);
  }

  /** The dimensions, outermost first. */
  public int[] toArray() {
    return dims.clone();
  }

  /** The dimensions of a batch of such values: {@code batch} first. */
  public long[] batched(long batch) {
    long[] all = new long[dims.length + 1];
    all[0] = batch;
    for (int i = 0; i < dims.length; i++) {
      all[i + 1] = dims[i];
    }
    return all;
  }

  /** As arguments in Java: {@code 3, 224, 224}. */
  public String listed() {
    return joined(", ");
  }

  /** Without spaces, as in running text: {@code 3x224x224}. */
  public String compact() {
    return joined("x");
  }

  /** With spaces, as in tables: {@code 3 x 224 x 224}. */
  @Override
  public String toString() {
    return joined(" x ");
  }

  private String joined(String separator) {
    if (rank() == 0) {
      return "?";
    }
    StringBuilder text = new StringBuilder();
    for (int dim : dims) {
      text.append(text.isEmpty() ? "" : separator);
      text.append(dim == UNKNOWN ? "?" : Integer.toString(dim));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(dims, shape.dims);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }
}
