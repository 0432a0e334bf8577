package dev.weft.runtime.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * An image of 8-bit pixels with one channel (grey) or three (red, green, blue). Nothing changes it:
 * each transform makes another.
 */
public final class Image {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] pixels;

  /**
   * An image that keeps the array itself.
   *
   * @param channels 1 or 3
   * @param pixels row after row, the channels of a pixel side by side; unsigned
   * @throws IllegalArgumentException if there are not as many pixels as that
   */
  public Image(int channels, int height, int width, byte[] pixels) {
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("an image has 1 or 3 channels, but not " + channels);
    }
    if (height < 1 || width < 1 || pixels.length != (long) channels * height * width) {
      throw new IllegalArgumentException(
          String.format(
              "%d bytes are no image of %dx%dx%d", pixels.length, channels, height, width));
    }
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.pixels = pixels;
  }

  /** The number of channels, 1 or 3. */
  public int channels() {
    return channels;
  }

  /** The number of rows. */
  public int height() {
    return height;
  }

  /** The number of columns. */
  public int width() {
    return width;
  }

  /**
   * The pixels, row after row, the channels of a pixel side by side; the array itself, which must
   * not be changed.
   */
  public byte[] pixels() {
    return pixels;
  }

  /** One value, from 0 to 255. */
  public int value(int channel, int row, int column) {
    return pixels[(row * width + column) * channels + channel] & 0xff;
  }

  /**
   * The same image with so many channels: grey is repeated, and colour becomes its luma, {@code
   * 0.299 R + 0.587 G + 0.114 B} (ITU-R 601), as with PIL's {@code convert}.
   */
  public Image withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    byte[] converted = new byte[wanted * height * width];
    for (int i = 0; i < height * width; i++) {
      if (wanted == 1) {
        converted[i] = (byte) luma(3 * i);
      } else {
        converted[3 * i] = pixels[i];
        converted[3 * i + 1] = pixels[i];
        converted[3 * i + 2] = pixels[i];
      }
    }
    return new Image(wanted, height, width, converted);
  }

  /** In 16-bit fixed point, rounded, as PIL computes it. */
  private int luma(int at) {
    int red = pixels[at] & 0xff;
    int green = pixels[at + 1] & 0xff;
    int blue = pixels[at + 2] & 0xff;
    return (19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16;
  }

  /** The same image for AWT. */
  public BufferedImage toBufferedImage() {
    int type = channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(width, height, type);
    byte[] target = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < target.length; i += channels) {
      for (int channel = 0; channel < channels; channel++) {
        target[i + channels - 1 - channel] = pixels[i + channel];
      }
    }
    return image;
  }

  /** For example {@code 3x375x500}. */
  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
