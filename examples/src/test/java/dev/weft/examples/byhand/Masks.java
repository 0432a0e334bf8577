package dev.weft.examples.byhand;

import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.Libtorch;
import dev.weft.runtime.testing.TestTensors;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The masks that a network draws in its first step, from the same seed, if they are asked for in
 * the order of its layers. What a mask has to be like is {@code DropoutTest}'s and {@code
 * DropPathTest}'s concern; here it makes the two networks drop the same.
 */
final class Masks implements Dropout {
  private final Kernels kernels;

  Masks(ModelOptions options) {
    kernels = new Nd4jKernels(options.dataType(), options.seed());
  }

  @Override
  public org.bytedeco.pytorch.Tensor elements(double p, org.bytedeco.pytorch.Tensor values) {
    long[] shape = values.shape();
    Tensor mask = ones(shape);
    kernels.dropout("layer", new DropoutOp(p)).forward(ones(shape), mask, ones(shape));
    return values.mul(Libtorch.tensor(mask.toArray()));
  }

  @Override
  public org.bytedeco.pytorch.Tensor images(double p, org.bytedeco.pytorch.Tensor values) {
    long images = values.size(0);
    Tensor mask = ones(images, 1);
    Tensor x = ones(images, 1, 1, 1);
    kernels.dropPath("layer", new DropPathOp(p)).forward(x, mask, x);
    return values.mul(Libtorch.tensor(mask.toArray()).reshape(images, 1, 1, 1));
  }

  private Tensor ones(long... shape) {
    return TestTensors.of(kernels, Nd4j.ones(shape));
  }
}
