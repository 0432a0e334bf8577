package dev.weft.runtime.image;

import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Finds the JDK's own readers: those of other plugins may take its place in Image I/O. */
final class JdkReader {
  private JdkReader() {}

  static ImageReader of(String format) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if ("java.desktop".equals(reader.getClass().getModule().getName())) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no reader for " + format);
  }
}
