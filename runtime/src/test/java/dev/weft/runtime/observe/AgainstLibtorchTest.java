package dev.weft.runtime.observe;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.testing.LayersAgainstLibtorch;

/** Layers that are observed compute as ever. */
class AgainstLibtorchTest extends LayersAgainstLibtorch {
  @Override
  protected Kernels kernels() {
    return ObservedKernels.of(new DnnlKernels(1), new Recorder());
  }
}
