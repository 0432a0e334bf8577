package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FrozenLayers;

class FrozenTest extends FrozenLayers {
  @Override
  protected Kernels kernels() {
    return new DnnlKernels(DataType.FLOAT, 1);
  }
}
