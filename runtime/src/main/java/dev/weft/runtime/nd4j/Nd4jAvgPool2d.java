package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.AvgPoolOp;
import dev.weft.runtime.layer.AvgPool2d;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Average pooling: first over the whole window, then mended where not all of it counts. */
final class Nd4jAvgPool2d implements AvgPool2d {
  private final Pooling pooling;
  private final AverageCorrection correction;
  private final Scratch scratch;

  Nd4jAvgPool2d(AvgPoolOp op, Scratch scratch) {
    int wholeWindow = 1;
    pooling = new Pooling("avgpool2d", op.window(), wholeWindow, 0, scratch);
    correction = AverageCorrection.isNeeded(op) ? new AverageCorrection(op, scratch) : null;
    this.scratch = scratch;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    INDArray images = Nd4jTensor.array(x);
    INDArray output = Nd4jTensor.array(y);
    pooling.forward(images, output);
    if (correction != null) {
      Ops.multiply(output, correction.factors(images, output), output);
    }
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    INDArray gradient = Nd4jTensor.array(gy);
    INDArray inputGradient = Nd4jTensor.array(gx);
    if (correction != null) {
      INDArray corrected = scratch.third(gradient.shape());
      Ops.multiply(gradient, correction.factors(inputGradient, gradient), corrected);
      gradient = corrected;
    }
    pooling.backward(null, gradient, inputGradient);
  }
}
