package dev.weft.runtime.onednn;

/** The upper half of a number in single precision, rounded to the nearest, to even ones between. */
final class Bfloat {
  private static final int HALF = 16;
  private static final int QUIET = 0x40;

  private Bfloat() {}

  static float toFloat(short bits) {
    return Float.intBitsToFloat(bits << HALF);
  }

  static short ofFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (Float.isNaN(value)) {
      return (short) (bits >>> HALF | QUIET);
    }
    int roundedUp = (1 << HALF - 1) - 1 + (bits >>> HALF & 1);
    return (short) (bits + roundedUp >>> HALF);
  }
}
