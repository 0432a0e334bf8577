package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.LayersAgainstLibtorch;

class AgainstLibtorchTest extends LayersAgainstLibtorch {
  @Override
  protected Kernels kernels() {
    return new DnnlKernels(DataType.FLOAT, 1);
  }
}
