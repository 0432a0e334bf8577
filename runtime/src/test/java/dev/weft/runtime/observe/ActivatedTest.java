package dev.weft.runtime.observe;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.onednn.DnnlKernels;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.ActivatedLayers;

/** Layers with an activation behind them compute as ever when they are observed. */
class ActivatedTest extends ActivatedLayers {
  @Override
  protected Kernels kernels() {
    return ObservedKernels.of(new DnnlKernels(DataType.FLOAT, 1), new Recorder());
  }
}
