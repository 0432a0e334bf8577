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
    INDArray output = Nd4jTensor.array(y);
    long pixels = pixels(Nd4jTensor.array(x), output);
    Ops.matmul(channels(x, pixels), scratch.ones(pixels, 1), channels(y, 1));
    output.divi(pixels);
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray output = Nd4jTensor.array(gx);
    long pixels = pixels(output, Nd4jTensor.array(gy));
    Ops.matmul(channels(gy, 1), scratch.ones(1, pixels), channels(gx, pixels));
    output.divi(pixels);
  }

  private static long pixels(INDArray images, INDArray averages) {
    return images.length() / averages.length();
  }

  private static INDArray channels(Tensor tensor, long pixels) {
    INDArray array = Nd4jTensor.array(tensor);
    return array.reshape('c', array.length() / pixels, pixels);
  }
}
