package dev.weft.runtime.nd4j;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FrozenLayers;

class FrozenTest extends FrozenLayers {
  @Override
  protected Kernels kernels() {
    return new Nd4jKernels(DataType.FLOAT, 1);
  }
}
