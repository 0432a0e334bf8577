package dev.weft.runtime.tensor;

/** The type of a network's numbers. */
public enum DataType {
  /** 32 bits. */
  FLOAT(4),
  /** 64 bits, for checks such as finite differences. */
  DOUBLE(8),
  /**
   * 16 bits for activations, their gradients and the weights that are multiplied with them, of
   * which 8 are the exponent, so that nothing has to be scaled to stay in range; 32 for all that is
   * added up over many steps: the parameters themselves, their gradients, statistics, and the loss.
   * Arrays that go in and out are of 32 bits, too. A network of this type computes in {@link
   * #FLOAT} where the processor has no such numbers, or ND4J computes it.
   */
  BFLOAT16(2);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one number that a pass computes. */
  public int bytes() {
    return bytes;
  }

  /** The type in which parameters, statistics and arrays of users are kept. */
  public DataType ofParameters() {
    return this == BFLOAT16 ? FLOAT : this;
  }
}
