package dev.weft.runtime.nd4j;

import dev.weft.dsl.op.CropOp;
import dev.weft.runtime.layer.Crop;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies to and from the pixels within the border. */
final class Nd4jCrop implements Crop {
  private final CropOp op;

  Nd4jCrop(CropOp op) {
    this.op = op;
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    Nd4jTensor.array(y).assign(inside(x, y));
  }

  @Override
  public void backward(Tensor gy, Tensor gx) {
    Nd4jTensor.array(gx).assign(0);
    inside(gx, gy).assign(Nd4jTensor.array(gy));
  }

  private INDArray inside(Tensor large, Tensor small) {
    return Views.inside(
        Nd4jTensor.array(large), op.sides().top(), op.sides().left(), Nd4jTensor.array(small));
  }
}
