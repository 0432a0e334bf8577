package dev.weft.runtime.image;

/** Makes RGB of what a JPEG holds, in the arithmetic of libjpeg and PIL. */
final class JpegColors {
  private static final int BITS = 16;
  private static final int HALF = 1 << BITS - 1;
  private static final int[] RED_OF_CR = new int[256];
  private static final int[] BLUE_OF_CB = new int[256];
  private static final int[] GREEN_OF_CR = new int[256];
  private static final int[] GREEN_OF_CB = new int[256];

  static {
    for (int i = 0; i < 256; i++) {
      int centred = i - 128;
      RED_OF_CR[i] = fixed(1.402) * centred + HALF >> BITS;
      BLUE_OF_CB[i] = fixed(1.772) * centred + HALF >> BITS;
      GREEN_OF_CR[i] = -fixed(0.71414) * centred;
      GREEN_OF_CB[i] = -fixed(0.34414) * centred + HALF;
    }
  }

  private JpegColors() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << BITS) + 0.5);
  }

  /** Converts all pixels where they stand. */
  static void yCbCrToRgb(byte[] pixels) {
    for (int i = 0; i < pixels.length; i += 3) {
      int luma = pixels[i] & 0xff;
      int cb = pixels[i + 1] & 0xff;
      int cr = pixels[i + 2] & 0xff;
      pixels[i] = clamp(luma + RED_OF_CR[cr]);
      pixels[i + 1] = clamp(luma + (GREEN_OF_CB[cb] + GREEN_OF_CR[cr] >> BITS));
      pixels[i + 2] = clamp(luma + BLUE_OF_CB[cb]);
    }
  }

  /**
   * The colours of a CMYK image, which every program writes as Adobe does: inverted. YCCK is the
   * same with the first three as YCbCr of what is not inverted.
   */
  static byte[] cmykToRgb(byte[] bands, boolean ycck) {
    byte[] colors = new byte[bands.length / 4 * 3];
    for (int i = 0, j = 0; i < bands.length; i += 4, j += 3) {
      System.arraycopy(bands, i, colors, j, 3);
    }
    if (ycck) {
      yCbCrToRgb(colors);
    }
    for (int i = 3, j = 0; i < bands.length; i += 4, j += 3) {
      int black = bands[i] & 0xff;
      for (int channel = 0; channel < 3; channel++) {
        int stored = colors[j + channel] & 0xff;
        int ink = ycck ? stored : 255 - stored;
        colors[j + channel] = clamp(black - divideBy255(ink * black));
      }
    }
    return colors;
  }

  /** Rounded; exact for products of two bytes. */
  private static int divideBy255(int product) {
    int shifted = product + 128;
    return (shifted >> 8) + shifted >> 8;
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
