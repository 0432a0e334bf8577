package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.AdaptiveAvgPoolOp;
import dev.weft.runtime.layer.AdaptiveAvgPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Average pooling to a given size as two products of matrices: along the rows, then along the
 * columns.
 */
final class Nd4jAdaptiveAvgPool2d implements AdaptiveAvgPool2d {
  private final Scratch scratch;
  private final AveragingMatrix vertical;
  private final AveragingMatrix horizontal;

  Nd4jAdaptiveAvgPool2d(AdaptiveAvgPoolOp op, Scratch scratch) {
    this.scratch = scratch;
    vertical = new AveragingMatrix(op.size().height(), scratch);
    horizontal = new AveragingMatrix(op.size().width(), scratch);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray images = Nd4jTensor.array(x);
    INDArray down = vertical.of(images.size(2));
    INDArray across = horizontal.of(images.size(3));
    apply(images, across, down, false, Nd4jTensor.array(y));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray images = Nd4jTensor.array(gx);
    INDArray down = vertical.of(images.size(2));
    INDArray across = horizontal.of(images.size(3));
    apply(Nd4jTensor.array(gy), across, down, true, images);
  }

  /** {@code result = down^T images across} for each image, or with the matrices transposed. */
  private void apply(
      INDArray images, INDArray across, INDArray down, boolean transposed, INDArray result) {
    long count = images.size(0) * images.size(1);
    long height = images.size(2);
    long width = result.size(3);
    INDArray narrow = scratch.first(count * height, width);
    Ops.matmul(rows(images), false, across, transposed, narrow);
    INDArray turned = scratch.second(count * width, height);
    turned
        .reshape('c', count, width, height)
        .assign(narrow.reshape('c', count, height, width).permute(0, 2, 1));
    INDArray pooled = scratch.first(count * width, result.size(2));
    Ops.matmul(turned, false, down, transposed, pooled);
    result
        .reshape('c', count, result.size(2), width)
        .assign(pooled.reshape('c', count, width, result.size(2)).permute(0, 2, 1));
  }

  private static INDArray rows(INDArray images) {
    return images.reshape('c', images.length() / images.size(3), images.size(3));
  }
}
