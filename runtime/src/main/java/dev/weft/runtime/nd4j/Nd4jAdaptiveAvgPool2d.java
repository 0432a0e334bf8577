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
    for (long i = 0; i < images.size(0); i++) {
      INDArray image = Views.range(images, 0, i, i + 1);
      applyToOne(image, across, down, transposed, Views.range(result, 0, i, i + 1));
    }
  }

  private void applyToOne(
      INDArray image, INDArray across, INDArray down, boolean transposed, INDArray result) {
    long channels = image.size(1);
    long height = image.size(2);
    long width = result.size(3);
    INDArray narrow = scratch.first(channels * height, width);
    INDArray lines = Views.reshaped(image, channels * height, image.size(3));
    Ops.matmul(lines, false, across, transposed, narrow);
    INDArray turned = scratch.second(channels * width, height);
    turned
        .reshape('c', channels, width, height)
        .assign(narrow.reshape('c', channels, height, width).permute(0, 2, 1));
    INDArray pooled = scratch.first(channels * width, result.size(2));
    Ops.matmul(turned, false, down, transposed, pooled);
    INDArray lying = pooled.reshape('c', 1, channels, width, result.size(2));
    result.assign(lying.permute(0, 1, 3, 2));
  }
}
