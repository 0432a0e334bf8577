package dev.weft.runtime.onednn;

import dev.weft.runtime.testing.Aliasing;

class Bfloat16AliasingTest extends Aliasing {
  Bfloat16AliasingTest() {
    super(Bfloat16Kernels.make());
  }
}
