package dev.weft.runtime.onednn;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.testing.LayersAgainstLibtorch;

/** Each layer in bfloat16, of which a number has eight bits, against libtorch in float. */
class Bfloat16AgainstLibtorchTest extends LayersAgainstLibtorch {
  Bfloat16AgainstLibtorchTest() {
    super(1.5e-2, 1.5e-2);
  }

  @Override
  protected Kernels kernels() {
    return Bfloat16Kernels.make();
  }
}
