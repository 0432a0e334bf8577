package dev.weft.runtime.onednn;

import dev.weft.runtime.testing.Aliasing;

class AliasingTest extends Aliasing {
  AliasingTest() {
    super(new DnnlKernels(1));
  }
}
