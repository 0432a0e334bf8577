package dev.weft.runtime.onednn;

/** What a processor does with numbers of 16 bits, 8 of them for the exponent. */
public enum Bfloat16 {
  /** It multiplies them. */
  NATIVE,
  /** oneDNN takes them for single precision and rounds, which is slower than single precision. */
  EMULATED,
  /** oneDNN cannot compute with them. */
  MISSING
}
