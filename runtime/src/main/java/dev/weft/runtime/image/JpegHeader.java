package dev.weft.runtime.image;

/**
 * What the markers in front of a JPEG's first scan say.
 *
 * @param components the bands of each pixel
 * @param colors what the bands mean
 */
record JpegHeader(int height, int width, int components, Colors colors) {
  /** What the bands of a JPEG mean. */
  enum Colors {
    GREY,
    RGB,
    YCBCR,
    CMYK,
    YCCK
  }

  private static final int SOF0 = 0xc0;
  private static final int DHT = 0xc4;
  private static final int JPG = 0xc8;
  private static final int ARITHMETIC = 0xc9;
  private static final int DAC = 0xcc;
  private static final int SOF15 = 0xcf;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP14 = 0xee;
  private static final int NO_TRANSFORM_GIVEN = -1;

  /** Walks along the markers. */
  private static final class Markers {
    private final byte[] file;
    private int at = 2;
    private boolean jfif;
    private int adobeTransform = NO_TRANSFORM_GIVEN;

    Markers(byte[] file) {
      this.file = file;
    }

    JpegHeader frame() throws UnreadableImageException {
      while (true) {
        int marker = nextMarker();
        int length = unsignedShort(at);
        if (marker == SOS || marker == EOI) {
          throw new UnreadableImageException("a JPEG with a frame header", "none");
        }
        if (length < 2) {
          throw new UnreadableImageException("sound JPEG markers", "damage");
        }
        if (marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC) {
          return frame(marker);
        }
        if (marker == APP0 && begins("JFIF")) {
          jfif = true;
        } else if (marker == APP14 && begins("Adobe") && length >= 14) {
          adobeTransform = unsignedByte(at + 13);
        }
        at += length;
      }
    }

    private int nextMarker() throws UnreadableImageException {
      if (unsignedByte(at) != 0xff) {
        throw new UnreadableImageException("sound JPEG markers", "damage");
      }
      int marker = 0xff;
      // Any number of bytes 0xff may stand in front of a marker.
      while (marker == 0xff) {
        marker = unsignedByte(++at);
      }
      at++;
      return marker;
    }

    private JpegHeader frame(int marker) throws UnreadableImageException {
      int precision = unsignedByte(at + 2);
      boolean baselineOrProgressive = marker <= SOF0 + 2;
      if (!baselineOrProgressive || precision != 8) {
        String coding = marker >= ARITHMETIC ? "arithmetic" : "lossless or hierarchical";
        throw new UnreadableImageException(
            "a baseline or progressive JPEG of 8 bits",
            baselineOrProgressive ? precision + " bits" : coding + " coding");
      }
      int height = unsignedShort(at + 3);
      int width = unsignedShort(at + 5);
      ImageDecoder.checkSize(height, width);
      int components = unsignedByte(at + 7);
      return new JpegHeader(height, width, components, colors(components));
    }

    /** The rule of libjpeg. */
    private Colors colors(int components) throws UnreadableImageException {
      return switch (components) {
        case 1 -> Colors.GREY;
        case 3 -> isRgb() ? Colors.RGB : Colors.YCBCR;
        case 4 -> adobeTransform == 2 ? Colors.YCCK : Colors.CMYK;
        default ->
            throw new UnreadableImageException(
                "a JPEG of 1, 3 or 4 components", components + " components");
      };
    }

    private boolean isRgb() throws UnreadableImageException {
      if (jfif || adobeTransform != NO_TRANSFORM_GIVEN) {
        return !jfif && adobeTransform == 0;
      }
      return unsignedByte(at + 8) == 'R'
          && unsignedByte(at + 11) == 'G'
          && unsignedByte(at + 14) == 'B';
    }

    private boolean begins(String text) throws UnreadableImageException {
      for (int i = 0; i < text.length(); i++) {
        if (unsignedByte(at + 2 + i) != text.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    private int unsignedShort(int index) throws UnreadableImageException {
      return unsignedByte(index) << 8 | unsignedByte(index + 1);
    }

    private int unsignedByte(int index) throws UnreadableImageException {
      if (index >= file.length) {
        throw new UnreadableImageException("a complete JPEG", "its end missing");
      }
      return file[index] & 0xff;
    }
  }

  /** The header of a file that begins as a JPEG. */
  static JpegHeader read(byte[] file) throws UnreadableImageException {
    return new Markers(file).frame();
  }
}
