package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.PixelShuffleOp;
import dev.weft.runtime.layer.PixelShuffle;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies between {@code N x C x f x f x H x W} and {@code N x C x H x f x W x f}. */
final class Nd4jPixelShuffle implements PixelShuffle {
  private final int factor;

  Nd4jPixelShuffle(PixelShuffleOp op) {
    factor = op.factor();
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    pixels(y, x).assign(channels(x));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    channels(gx).assign(pixels(gy, gx));
  }

  /** In the order of the pixels. */
  private INDArray channels(Tensor small) {
    INDArray array = Nd4jTensor.array(small);
    long channels = array.size(1) / factor / factor;
    return Views.reshaped(
            array, array.size(0), channels, factor, factor, array.size(2), array.size(3))
        .permute(0, 1, 4, 2, 5, 3);
  }

  private INDArray pixels(Tensor large, Tensor small) {
    INDArray array = Nd4jTensor.array(large);
    long[] dims = small.dims();
    return Views.reshaped(array, dims[0], array.size(1), dims[2], factor, dims[3], factor);
  }
}
