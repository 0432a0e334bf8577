package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.testing.FrozenLayers;

class Bfloat16FrozenTest extends FrozenLayers {
  Bfloat16FrozenTest() {
    super(1.5e-2);
  }

  @Override
  protected Kernels kernels() {
    return Bfloat16Kernels.make();
  }
}
