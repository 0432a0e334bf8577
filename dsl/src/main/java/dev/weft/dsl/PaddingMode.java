package dev.weft.dsl;

/** Padding by its outcome, as TensorFlow and ONNX name it. */
public enum PaddingMode implements Padding {
  /**
   * So much that the output has {@code ceil(input / stride)} pixels (for a transposed convolution
   * {@code input * stride}); an odd pixel goes below and to the right.
   */
  SAME,
  /** None: the window stays within the input. */
  VALID;

  @Override
  public String brief() {
    return name();
  }
}
