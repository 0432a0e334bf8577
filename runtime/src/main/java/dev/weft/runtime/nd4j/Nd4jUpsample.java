package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.UpsampleOp;
import dev.weft.runtime.layer.Upsample;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Repeats pixels along a row as a product with ones, then whole rows; the gradient adds up in the
 * other order.
 */
final class Nd4jUpsample implements Upsample {
  private final int factor;
  private final Scratch scratch;

  Nd4jUpsample(UpsampleOp op, Scratch scratch) {
    factor = op.factor();
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    for (long i = 0; i < x.dims()[0]; i++) {
      forwardOne(image(x, i), image(y, i));
    }
  }

  private void forwardOne(INDArray small, INDArray large) {
    INDArray pixels = pixels(small);
    INDArray wide = wide(pixels);
    INDArray copies = copiesOfRows(large, wide);
    Ops.matmul(pixels, scratch.ones(1, factor), wide);
    for (int i = 0; i < factor; i++) {
      Views.range(copies, 1, i, i + 1).assign(asCopy(wide, copies));
    }
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    for (long i = 0; i < gx.dims()[0]; i++) {
      backwardOne(image(gy, i), image(gx, i));
    }
  }

  private void backwardOne(INDArray large, INDArray small) {
    INDArray pixels = pixels(small);
    INDArray wide = wide(pixels);
    INDArray copies = copiesOfRows(large, wide);
    INDArray sums = asCopy(wide, copies);
    sums.assign(Views.range(copies, 1, 0, 1));
    for (int i = 1; i < factor; i++) {
      sums.addi(Views.range(copies, 1, i, i + 1));
    }
    Ops.matmul(wide, scratch.ones(factor, 1), pixels);
  }

  private static INDArray image(Tensor images, long index) {
    return Views.range(Nd4jTensor.array(images), 0, index, index + 1);
  }

  private static INDArray pixels(INDArray image) {
    return Views.reshaped(image, image.length(), 1);
  }

  /** Each pixel repeated along its row: {@code pixels x factor}. */
  private INDArray wide(INDArray pixels) {
    return scratch.first(pixels.length(), factor);
  }

  /** {@code rows x factor x width}. */
  private INDArray copiesOfRows(INDArray large, INDArray wide) {
    long width = large.size(3);
    return Views.reshaped(large, wide.length() / width, factor, width);
  }

  private static INDArray asCopy(INDArray wide, INDArray copies) {
    return wide.reshape('c', copies.size(0), 1, copies.size(2));
  }
}
