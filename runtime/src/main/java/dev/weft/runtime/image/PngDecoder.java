package dev.weft.runtime.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageReader;

/** Decodes PNG files with the JDK's reader, after a look at the checksums, which it passes over. */
final class PngDecoder {
  private static final int SIGNATURE = 8;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454e44;

  /** The length and the type of a chunk stand in front of its data, the checksum behind it. */
  private static final int LENGTH = 4;

  private static final int TYPE = 4;
  private static final int CHECKSUM = 4;

  private PngDecoder() {}

  static Image decode(byte[] file) throws UnreadableImageException {
    checkChunks(file);
    ImageReader reader = JdkReader.of("png");
    try {
      reader.setInput(new ByteArrayImageInputStream(file), true, true);
      return convert(reader.read(0));
    } catch (IOException | RuntimeException e) {
      throw new UnreadableImageException("a sound PNG", "damage (" + e.getMessage() + ")");
    } finally {
      reader.dispose();
    }
  }

  private static void checkChunks(byte[] file) throws UnreadableImageException {
    ByteBuffer chunks = ByteBuffer.wrap(file);
    int at = SIGNATURE;
    int type = 0;
    while (type != IEND) {
      if (file.length - at < LENGTH + TYPE + CHECKSUM) {
        throw truncated();
      }
      long length = Integer.toUnsignedLong(chunks.getInt(at));
      type = chunks.getInt(at + LENGTH);
      if (length > file.length - at - (LENGTH + TYPE + CHECKSUM)) {
        throw truncated();
      }
      int end = at + LENGTH + TYPE + (int) length;
      CRC32 checksum = new CRC32();
      checksum.update(file, at + LENGTH, end - at - LENGTH);
      if ((int) checksum.getValue() != chunks.getInt(end)) {
        throw new UnreadableImageException("a sound PNG", "damage (a wrong checksum)");
      }
      if (type == IHDR && length >= 8) {
        int data = at + LENGTH + TYPE;
        ImageDecoder.checkSize(chunks.getInt(data + 4), chunks.getInt(data));
      }
      at = end + CHECKSUM;
    }
  }

  private static UnreadableImageException truncated() {
    return new UnreadableImageException("a complete PNG", "its end missing");
  }

  private static Image convert(BufferedImage image) {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel palette) {
      return lookUp(image.getRaster(), palette);
    }
    Raster raster = image.getRaster();
    boolean grey = raster.getNumBands() <= 2;
    int channels = grey ? 1 : 3;
    int width = raster.getWidth();
    int shift = raster.getSampleModel().getSampleSize(0) - 8;
    byte[] pixels = new byte[channels * width * raster.getHeight()];
    int bands = raster.getNumBands();
    int[] row = new int[width * bands];
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands) {
        for (int channel = 0; channel < channels; channel++) {
          pixels[to++] = (byte) (row[from + channel] >> shift);
        }
      }
    }
    return new Image(channels, raster.getHeight(), width, pixels);
  }

  /** Grey of fewer than 8 bits comes as a palette, too. */
  private static Image lookUp(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int[] row = new int[width];
    byte[] pixels = new byte[3 * width * raster.getHeight()];
    boolean grey = true;
    for (int y = 0, to = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int index : row) {
        int rgb = palette.getRGB(index);
        pixels[to++] = (byte) (rgb >> 16);
        pixels[to++] = (byte) (rgb >> 8);
        pixels[to++] = (byte) rgb;
        grey &= (rgb >> 16 & 0xff) == (rgb >> 8 & 0xff) && (rgb >> 8 & 0xff) == (rgb & 0xff);
      }
    }
    Image image = new Image(3, raster.getHeight(), width, pixels);
    return grey ? image.withChannels(1) : image;
  }
}
