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
    INDArray pixels = pixels(x);
    INDArray wide = wide(pixels);
    INDArray copies = copiesOfRows(y, wide);
    Ops.matmul(pixels, scratch.ones(1, factor), wide);
    for (int i = 0; i < factor; i++) {
      Views.range(copies, 1, i, i + 1).assign(asCopy(wide, copies));
    }
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray pixels = pixels(gx);
    INDArray wide = wide(pixels);
    INDArray copies = copiesOfRows(gy, wide);
    INDArray sums = asCopy(wide, copies);
    sums.assign(Views.range(copies, 1, 0, 1));
    for (int i = 1; i < factor; i++) {
      sums.addi(Views.range(copies, 1, i, i + 1));
    }
    Ops.matmul(wide, scratch.ones(factor, 1), pixels);
  }

  private static INDArray pixels(Tensor images) {
    INDArray array = Nd4jTensor.array(images);
    return array.reshape('c', array.length(), 1);
  }

  /** Each pixel repeated along its row: {@code pixels x factor}. */
  private INDArray wide(INDArray pixels) {
    return scratch.first(pixels.length(), factor);
  }

  /** {@code rows x factor x width}. */
  private INDArray copiesOfRows(Tensor large, INDArray wide) {
    INDArray array = Nd4jTensor.array(large);
    long width = array.size(3);
    return array.reshape('c', wide.length() / width, factor, width);
  }

  private static INDArray asCopy(INDArray wide, INDArray copies) {
    return wide.reshape('c', copies.size(0), 1, copies.size(2));
  }
}
