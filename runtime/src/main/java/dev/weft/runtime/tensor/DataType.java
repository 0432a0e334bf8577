package dev.weft.runtime.tensor;

/** The type of a network's numbers. */
public enum DataType {
  /** 32 bits. */
  FLOAT(4),
  /** 64 bits, for checks such as finite differences. */
  DOUBLE(8);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one number. */
  public int bytes() {
    return bytes;
  }
}
