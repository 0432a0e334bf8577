package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FusedLayers;

class Bfloat16FusedTest extends FusedLayers {
  Bfloat16FusedTest() {
    super(false, 1.5e-2);
  }

  @Override
  protected Kernels kernels(DataType type) {
    return Bfloat16Kernels.make();
  }
}
