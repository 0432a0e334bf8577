package dev.weft.runtime.weights;

/** Half precision (IEEE 754 binary16): a sign, 5 bits of exponent, 10 of fraction. */
final class HalfPrecision {
  private static final int SIGN = 0x8000;
  private static final int EXPONENT = 0x7c00;
  private static final int FRACTION = 0x03ff;

  /** By how much longer a float's fraction is. */
  private static final int FRACTION_SHIFT = 13;

  private static final int BIAS_DIFFERENCE = (127 - 15) << 23;
  private static final int FLOAT_EXPONENT = 0x7f800000;

  /** The least number above 0. */
  private static final float LEAST = 0x1p-24f;

  private HalfPrecision() {}

  /** The same number; a NaN keeps its sign and payload. */
  static float toFloat(short half) {
    int exponent = half & EXPONENT;
    int fraction = half & FRACTION;
    int sign = (half & SIGN) << Short.SIZE;
    if (exponent == 0) {
      return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * LEAST));
    }
    int shifted = (exponent | fraction) << FRACTION_SHIFT;
    return Float.intBitsToFloat(
        sign | (exponent == EXPONENT ? shifted | FLOAT_EXPONENT : shifted + BIAS_DIFFERENCE));
  }
}
