package dev.weft.runtime.layer;

import dev.weft.runtime.tensor.Tensor;

/** An image without its border; see {@link dev.weft.dsl.CropLayer}. */
public interface Crop {
  /** Computes {@code y} from {@code x}. */
  void forward(Tensor x, Tensor y);

  /**
   * Computes the gradient of the input.
   *
   * @param gy the gradient of its output
   * @param gx receives the gradient of the input
   */
  void backward(Tensor gy, Tensor gx);
}
