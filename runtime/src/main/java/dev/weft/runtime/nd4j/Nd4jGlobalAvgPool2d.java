package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.GlobalAvgPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The average of each channel, as a product with ones. */
final class Nd4jGlobalAvgPool2d implements GlobalAvgPool2d {
  private final Scratch scratch;

  Nd4jGlobalAvgPool2d(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray images = channels(x);
    INDArray averages = channels(y);
    long pixels = images.size(2);
    Ops.matmul(images, scratch.ones(images.size(0), pixels, 1), averages);
    averages.divi(pixels);
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray images = channels(gx);
    long pixels = images.size(2);
    Ops.matmul(channels(gy), scratch.ones(images.size(0), 1, pixels), images);
    images.divi(pixels);
  }

  private static INDArray channels(Tensor tensor) {
    return Views.channels(Nd4jTensor.array(tensor));
  }
}
