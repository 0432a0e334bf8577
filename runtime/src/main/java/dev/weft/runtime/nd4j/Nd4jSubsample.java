package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.SubsampleOp;
import dev.weft.runtime.layer.Subsample;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Copies to and from every stride-th pixel. */
final class Nd4jSubsample implements Subsample {
  private final SubsampleOp op;

  Nd4jSubsample(SubsampleOp op) {
    this.op = op;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4jTensor.array(y).assign(kept(x, y));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    Nd4jTensor.array(gx).assign(0);
    kept(gx, gy).assign(Nd4jTensor.array(gy));
  }

  private INDArray kept(Tensor images, Tensor subsampled) {
    INDArray array = Nd4jTensor.array(images);
    long[] counts = subsampled.dims();
    return array.get(
        NDArrayIndex.all(),
        NDArrayIndex.all(),
        Views.every(0, op.stride().height(), counts[2]),
        Views.every(0, op.stride().width(), counts[3]));
  }
}
