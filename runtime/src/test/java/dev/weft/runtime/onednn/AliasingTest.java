package dev.weft.runtime.onednn;

import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.Aliasing;

class AliasingTest extends Aliasing {
  AliasingTest() {
    super(new DnnlKernels(DataType.FLOAT, 1));
  }
}
