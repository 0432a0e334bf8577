package dev.weft.runtime.image;

/**
 * Decodes JPEG and PNG files, which their contents tell and not their names. Grey images have one
 * channel, all others three: CMYK becomes RGB, 16 bits become 8, palettes are looked up, and
 * transparency is left out, as PIL's {@code convert("RGB")} does; of an animated PNG, the still
 * image counts. Colour profiles and EXIF's orientation are not applied, as torchvision does not.
 * Files that are truncated or damaged as far as that can be told are refused.
 */
public final class ImageDecoder {
  /** More are rather an attack on the memory than a photograph; PIL's limit, too. */
  private static final int MOST_PIXELS = 178_956_970;

  private ImageDecoder() {}

  /**
   * The image in the bytes of a file; several threads may decode at once.
   *
   * @throws UnreadableImageException if they are none, or a damaged one
   */
  public static Image decode(byte[] file) throws UnreadableImageException {
    return switch (ImageFormat.of(file)) {
      case JPEG -> JpegDecoder.decode(file);
      case PNG -> PngDecoder.decode(file);
      case EMPTY -> throw notReadable("0 bytes");
      case UNKNOWN -> throw notReadable("something else");
      default -> throw notReadable("a " + ImageFormat.of(file).title() + " file");
    };
  }

  private static UnreadableImageException notReadable(String found) {
    return new UnreadableImageException("a JPEG or PNG image", found);
  }

  /** Refuses an image before there is memory for it. */
  static void checkSize(int height, int width) throws UnreadableImageException {
    if (height < 1 || width < 1 || (long) height * width > MOST_PIXELS) {
      throw new UnreadableImageException(
          "from 1 to " + MOST_PIXELS + " pixels",
          Integer.toUnsignedString(width) + " x " + Integer.toUnsignedString(height));
    }
  }
}
