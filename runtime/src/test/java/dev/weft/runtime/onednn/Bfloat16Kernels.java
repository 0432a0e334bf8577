package dev.weft.runtime.onednn;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.runtime.kernel.Kernels;
import dev.weft.runtime.tensor.DataType;

/** Kernels in bfloat16, emulated if need be. */
final class Bfloat16Kernels {
  private Bfloat16Kernels() {}

  static Kernels make() {
    requireThem();
    return new DnnlKernels(DataType.BFLOAT16, 1);
  }

  static void requireThem() {
    assumeTrue(
        DnnlKernels.bfloat16() != Bfloat16.MISSING,
        "oneDNN has no bfloat16 for this processor, which lacks AVX-512");
  }
}
