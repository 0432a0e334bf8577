package dev.weft.runtime.nd4j;

import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.Aliasing;

class AliasingTest extends Aliasing {
  AliasingTest() {
    super(new Nd4jKernels(DataType.FLOAT, 1));
  }
}
