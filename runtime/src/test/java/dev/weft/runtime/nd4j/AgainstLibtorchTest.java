package dev.weft.runtime.nd4j;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.LayersAgainstLibtorch;

class AgainstLibtorchTest extends LayersAgainstLibtorch {
  @Override
  protected Kernels kernels() {
    return new Nd4jKernels(DataType.FLOAT, 1);
  }
}
