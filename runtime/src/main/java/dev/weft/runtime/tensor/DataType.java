package dev.weft.runtime.tensor;

/** The type of a network's numbers. */
public enum DataType {
  /** 32 bits. */
  FLOAT,
  /** 64 bits, for checks such as finite differences. */
  DOUBLE
}
