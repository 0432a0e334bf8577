package dev.weft.runtime.observe;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.FusedLayers;

/** What is computed at once computes as ever when it is observed. */
class FusedTest extends FusedLayers {
  FusedTest() {
    super(false);
  }

  @Override
  protected Kernels kernels(DataType type) {
    return ObservedKernels.of(new DnnlKernels(DataType.FLOAT, 1), new Recorder());
  }
}
