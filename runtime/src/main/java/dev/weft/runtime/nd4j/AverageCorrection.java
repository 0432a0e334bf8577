package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.dsl.op.Window;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * By what an average over the whole window is to be multiplied so that it is one over the pixels
 * that count: those of the image, those of the padding if asked for, and none beyond the padding.
 */
final class AverageCorrection {
  private final AvgPoolOp op;
  private final Scratch scratch;
  private long[] imageSize;
  private INDArray factors;

  AverageCorrection(AvgPoolOp op, Scratch scratch) {
    this.op = op;
    this.scratch = scratch;
  }

  /** Whether a window can cover pixels that do not count. */
  static boolean isNeeded(AvgPoolOp op) {
    return op.window().ceilMode() || !op.countIncludePad() && !op.window().padding().is(0);
  }

  /** {@code 1 x 1 x OH x OW} factors, made anew only when the size of the images changes. */
  INDArray factors(INDArray images, INDArray output) {
    if (imageSize == null || imageSize[0] != images.size(2) || imageSize[1] != images.size(3)) {
      imageSize = new long[] {images.size(2), images.size(3)};
      factors = create(output.size(2), output.size(3));
    }
    return factors;
  }

  private INDArray create(long height, long width) {
    Window window = op.window();
    double[] down =
        factors(
            height,
            imageSize[0],
            window.kernel().height(),
            window.stride().height(),
            window.padding().top(),
            window.padding().bottom());
    double[] across =
        factors(
            width,
            imageSize[1],
            window.kernel().width(),
            window.stride().width(),
            window.padding().left(),
            window.padding().right());
    INDArray products =
        Nd4j.createFromArray(down)
            .reshape('c', height, 1)
            .mmul(Nd4j.createFromArray(across).reshape('c', 1, width));
    INDArray result = scratch.memory(height * width).reshape('c', height, width);
    return result.assign(products.castTo(result.dataType())).reshape('c', 1, 1, height, width);
  }

  /** The factors in one direction. */
  private double[] factors(
      long outputs, long pixels, int kernel, int stride, int before, int behind) {
    double[] factors = new double[Math.toIntExact(outputs)];
    for (int i = 0; i < outputs; i++) {
      long start = (long) i * stride - before;
      long end = Math.min(start + kernel, pixels + behind);
      long counted =
          op.countIncludePad() ? end - start : Math.min(end, pixels) - Math.max(start, 0);
      factors[i] = (double) kernel / counted;
    }
    return factors;
  }
}
