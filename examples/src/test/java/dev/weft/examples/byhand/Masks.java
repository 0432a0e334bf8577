package dev.weft.examples.byhand;

import dev.weft.dsl.op.DropPathOp;
import dev.weft.dsl.op.DropoutOp;
import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.nd4j.Nd4jKernels;
import dev.weft.runtime.tensor.Tensor;
import dev.weft.runtime.testing.Libtorch;
import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The masks that a network draws in its first step, from the same seed, if they are asked for in
 * the order of its layers. What a mask has to be like is {@code DropoutTest}'s and {@code
 * DropPathTest}'s concern; here it makes the two networks drop the same.
 */
final class Masks {
  private final Kernels kernels;

  Masks(ModelOptions options) {
    kernels = new Nd4jKernels(options.dataType(), options.seed());
  }

  /** Of values of a shape, batch first. */
  org.bytedeco.pytorch.Tensor dropout(double p, long... shape) {
    Tensor mask = ones(shape);
    kernels.dropout("layer", new DropoutOp(p)).forward(ones(shape), mask, ones(shape));
    return Libtorch.tensor(mask.toArray());
  }

  /** Of whole images, as {@code images x 1 x 1 x 1}. */
  org.bytedeco.pytorch.Tensor dropPath(double p, long images) {
    Tensor mask = ones(images, 1);
    Tensor x = ones(images, 1, 1, 1);
    kernels.dropPath("layer", new DropPathOp(p)).forward(x, mask, x);
    return Libtorch.tensor(mask.toArray()).reshape(images, 1, 1, 1);
  }

  private Tensor ones(long... shape) {
    Tensor tensor = kernels.buffer(Arrays.stream(shape).reduce(1, (a, b) -> a * b)).view(shape);
    tensor.assign(Nd4j.ones(shape));
    return tensor;
  }
}
