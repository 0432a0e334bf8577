package dev.weft.runtime.nd4j;

import dev.weft.runtime.layer.BatchNorm;
import dev.weft.runtime.layer.Elementwise;
import dev.weft.runtime.layer.Fused;
import dev.weft.runtime.tensor.Tensor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer and what follows it. The folded weights are made anew in each run, in scratch memory:
 * that costs little beside the product, and whatever changed a parameter is seen.
 */
final class Nd4jFused implements Fused {
  private final Linear layer;
  private final Nd4jBatchNorm norm;
  private final Elementwise function;
  private final Scratch scratch;

  private Nd4jFused(Linear layer, Nd4jBatchNorm norm, Elementwise function, Scratch scratch) {
    this.layer = layer;
    this.norm = norm;
    this.function = function;
    this.scratch = scratch;
  }

  /** A layer by itself. */
  static Nd4jFused of(Linear layer, Scratch scratch) {
    return new Nd4jFused(layer, null, null, scratch);
  }

  /** A batch normalisation by itself. */
  static Nd4jFused of(Nd4jBatchNorm norm, Scratch scratch) {
    return new Nd4jFused(new ChannelScale(norm.channels(), scratch), norm, null, scratch);
  }

  @Override
  public Fused batchNorm(BatchNorm behind) {
    return new Nd4jFused(layer, (Nd4jBatchNorm) behind, function, scratch);
  }

  @Override
  public Fused activation(Elementwise behind) {
    return new Nd4jFused(layer, norm, behind, scratch);
  }

  @Override
  public void forward(Tensor x, Tensor y) {
    forward(Nd4jTensor.array(x), null, y);
  }

  @Override
  public void forward(Tensor x, Tensor addend, Tensor y) {
    forward(Nd4jTensor.array(x), Nd4jTensor.array(addend), y);
  }

  private void forward(INDArray x, INDArray addend, Tensor y) {
    INDArray output = Nd4jTensor.array(y);
    INDArray bias = layer.biasValues();
    if (norm == null) {
      layer.apply(x, null, addend, output);
    } else {
      INDArray folded = scratch.fourth(2, layer.channels());
      INDArray scale = folded.getRow(0);
      INDArray offset = folded.getRow(1);
      norm.fold(bias, scale, offset);
      layer.apply(x, scale, addend, output);
      bias = offset;
    }
    Linear.addBias(bias, output);
    if (function != null) {
      function.forward(y, y);
    }
  }
}
