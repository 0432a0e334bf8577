package dev.weft.dsl.naive;

import dev.weft.dsl.Shape;
import dev.weft.dsl.problem.Code;

/** A value; another one even where the shape is the same, once something was computed. */
final class Value {
  final int[] dims;

  Value(int... dims) {
    long elements = 1;
    for (int dim : dims) {
      elements *= dim;
      if (elements > Integer.MAX_VALUE) {
        throw new Wrong(Code.TOO_LARGE);
      }
    }
    this.dims = dims;
  }

  Shape shape() {
    return Shape.of(dims);
  }

  boolean isVector() {
    return dims.length == 1;
  }

  int channels() {
    return dims[0];
  }

  int height() {
    return dims[1];
  }

  int width() {
    return dims[2];
  }

  int elements() {
    int elements = 1;
    for (int dim : dims) {
      elements *= dim;
    }
    return elements;
  }

  boolean isLike(Value other) {
    return shape().equals(other.shape());
  }

  /** A computed value of the same shape. */
  Value computed() {
    return new Value(dims);
  }
}
