package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.Scale;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The product of {@code N x C x pixels} and as many factors, or {@code N x C x 1} of them. */
final class Nd4jScale implements Scale {
  private final Scratch scratch;

  Nd4jScale(Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor factors, Tensor y) {
    Ops.multiply(channels(x), channels(factors), channels(y));
  }

  @Override
  public void backward(Tensor x, Tensor factors, Tensor gy, Tensor gx, Tensor factorsGradient) {
    if (gx != null) {
      Ops.multiply(channels(gy), channels(factors), channels(gx));
    }
    if (factorsGradient != null) {
      addUp(channels(gy), channels(x), channels(factorsGradient));
    }
  }

  /** {@code sums = a b}, added up over the pixels that share a factor. */
  private void addUp(INDArray a, INDArray b, INDArray sums) {
    long pixels = a.length() / sums.length();
    if (pixels == 1) {
      Ops.multiply(a, b, sums);
      return;
    }
    INDArray product = scratch.first(a.shape());
    Ops.multiply(a, b, product);
    Ops.matmul(product, scratch.ones(a.size(0), pixels, 1), sums);
  }

  private static INDArray channels(Tensor tensor) {
    return Views.channels(Nd4jTensor.array(tensor));
  }
}
