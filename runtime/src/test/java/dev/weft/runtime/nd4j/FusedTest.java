package dev.weft.runtime.nd4j;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FusedLayers;

class FusedTest extends FusedLayers {
  FusedTest() {
    super(true);
  }

  @Override
  protected Kernels kernels(DataType type) {
    return new Nd4jKernels(type, 1);
  }
}
