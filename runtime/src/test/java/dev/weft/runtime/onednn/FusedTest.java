package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FusedLayers;

class FusedTest extends FusedLayers {
  FusedTest() {
    super(false);
  }

  @Override
  protected Kernels kernels(DataType type) {
    return new DnnlKernels(DataType.FLOAT, 1);
  }
}
