package dev.weft.runtime.image;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageReader;

/**
 * Decodes JPEG files with the JDK's libjpeg. It reads the bare bands and makes RGB of them here:
 * that is faster than the JDK's own way to an image, and the only one to the colours of CMYK.
 */
final class JpegDecoder {
  /** Readers at rest, each with native memory that takes longer to get than a small image. */
  private static final Queue<JpegDecoder> IDLE = new ConcurrentLinkedQueue<>();

  private final ImageReader reader;
  private String damage;

  private JpegDecoder() {
    reader = JdkReader.of("jpeg");
    reader.addIIOReadWarningListener((source, warning) -> noteWarning(warning));
  }

  /** Bytes between the scan and the next marker lose no pixel; the rest does. */
  private void noteWarning(String warning) {
    boolean losesPixels = warning.startsWith("Corrupt") && !warning.contains("extraneous bytes");
    if (damage == null && (losesPixels || warning.startsWith("Truncated"))) {
      damage = warning;
    }
  }

  static Image decode(byte[] file) throws UnreadableImageException {
    JpegHeader header = JpegHeader.read(file);
    JpegDecoder idle = IDLE.poll();
    JpegDecoder decoder = idle == null ? new JpegDecoder() : idle;
    byte[] bands = decoder.bands(file, header);
    return new Image(
        header.components() == 1 ? 1 : 3,
        header.height(),
        header.width(),
        switch (header.colors()) {
          case GREY, RGB -> bands;
          case YCBCR -> {
            JpegColors.yCbCrToRgb(bands);
            yield bands;
          }
          case CMYK -> JpegColors.cmykToRgb(bands, false);
          case YCCK -> JpegColors.cmykToRgb(bands, true);
        });
  }

  private byte[] bands(byte[] file, JpegHeader header) throws UnreadableImageException {
    damage = null;
    byte[] bands;
    try {
      reader.setInput(new ByteArrayImageInputStream(file), true, true);
      Raster raster = reader.readRaster(0, null);
      bands = ((DataBufferByte) raster.getDataBuffer()).getData();
    } catch (IOException | RuntimeException e) {
      // The JDK's reader meets damage with exceptions of either kind, and is not used again.
      reader.dispose();
      throw new UnreadableImageException("a sound JPEG", "damage (" + e.getMessage() + ")");
    }
    String found = damage;
    reader.setInput(null);
    IDLE.add(this);
    if (found != null && found.startsWith("Truncated")) {
      throw new UnreadableImageException("a complete JPEG", "its end missing");
    }
    if (found != null) {
      throw new UnreadableImageException("a sound JPEG", "damage (" + found + ")");
    }
    if (bands.length != header.height() * header.width() * header.components()) {
      throw new UnreadableImageException("a sound JPEG", "damage (in its size)");
    }
    return bands;
  }
}
