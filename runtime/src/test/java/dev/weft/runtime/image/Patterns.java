package dev.weft.runtime.image;

import java.util.zip.CRC32;

/** Images by a formula that a script in another language can follow. */
public final class Patterns {
  private Patterns() {}

  /** Colours that change from pixel to pixel. */
  public static Image image(int height, int width) {
    byte[] pixels = new byte[3 * height * width];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          pixels[at++] = (byte) value(channel, y, x);
        }
      }
    }
    return new Image(3, height, width, pixels);
  }

  /** One colour of one pixel. */
  public static int value(int channel, int y, int x) {
    return (37 * x + 11 * y + 90 * channel + x * y) % 256;
  }

  /** The checksum of all pixels. */
  public static long checksum(Image image) {
    CRC32 checksum = new CRC32();
    checksum.update(image.pixels());
    return checksum.getValue();
  }
}
