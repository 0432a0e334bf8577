package dev.weft.dsl.weights;

import java.util.Arrays;
import java.util.Optional;

/** The types of elements that a safetensors file can hold. */
public enum TensorType {
  /** A truth value in one byte. */
  BOOL(1, false),
  /** Unsigned, 8 bits. */
  U8(1, false),
  /** Signed, 8 bits. */
  I8(1, false),
  /** 8 bits: sign, 5 of exponent, 2 of fraction. */
  F8_E5M2(1, false),
  /** 8 bits: sign, 4 of exponent, 3 of fraction. */
  F8_E4M3(1, false),
  /** 8 bits of exponent: a scale. */
  F8_E8M0(1, false),
  /** Unsigned, 16 bits. */
  U16(2, false),
  /** Signed, 16 bits. */
  I16(2, false),
  /** IEEE 754 half precision. */
  F16(2, true),
  /** The upper half of an {@code F32}. */
  BF16(2, true),
  /** Unsigned, 32 bits. */
  U32(4, false),
  /** Signed, 32 bits. */
  I32(4, false),
  /** IEEE 754 single precision. */
  F32(4, true),
  /** Unsigned, 64 bits. */
  U64(8, false),
  /** Signed, 64 bits. */
  I64(8, false),
  /** IEEE 754 double precision. */
  F64(8, true),
  /** Complex, of two {@code F32}. */
  C64(8, false);

  private final int bytes;
  private final boolean canBeWeights;

  TensorType(int bytes, boolean canBeWeights) {
    this.bytes = bytes;
    this.canBeWeights = canBeWeights;
  }

  /** The bytes of one element. */
  public int bytes() {
    return bytes;
  }

  /** Whether weights can be read from it: half, single and double precision. */
  public boolean canBeWeights() {
    return canBeWeights;
  }

  static Optional<TensorType> of(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
