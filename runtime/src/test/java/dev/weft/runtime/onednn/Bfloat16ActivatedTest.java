package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.testing.ActivatedLayers;

/** Functions in bfloat16 may bound what is much larger, and so are its errors. */
class Bfloat16ActivatedTest extends ActivatedLayers {
  Bfloat16ActivatedTest() {
    super(5e-2);
  }

  @Override
  protected Kernels kernels() {
    return Bfloat16Kernels.make();
  }
}
