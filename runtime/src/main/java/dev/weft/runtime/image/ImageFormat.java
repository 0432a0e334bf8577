package dev.weft.runtime.image;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a file tell it to be. */
enum ImageFormat {
  JPEG("JPEG", 0, "\u00ff\u00d8\u00ff"),
  PNG("PNG", 0, "\u0089PNG\r\n\u001a\n"),
  GIF("GIF", 0, "GIF8"),
  BMP("BMP", 0, "BM"),
  WEBP("WebP", 8, "WEBP"),
  TIFF("TIFF", 0, "II*\u0000"),
  BIG_ENDIAN_TIFF("TIFF", 0, "MM\u0000*"),
  HEIC("HEIC", 4, "ftyphei"),
  AVIF("AVIF", 4, "ftypavif"),
  PDF("PDF", 0, "%PDF"),
  ZIP("ZIP", 0, "PK\u0003\u0004"),
  EMPTY("", 0, ""),
  UNKNOWN("", 0, "");

  private final String title;
  private final int offset;
  private final byte[] signature;

  ImageFormat(String title, int offset, String signature) {
    this.title = title;
    this.offset = offset;
    this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** How people write it. */
  String title() {
    return title;
  }

  static ImageFormat of(byte[] file) {
    if (file.length == 0) {
      return EMPTY;
    }
    for (ImageFormat format : values()) {
      if (format.signature.length > 0 && format.begins(file)) {
        return format;
      }
    }
    return UNKNOWN;
  }

  private boolean begins(byte[] file) {
    if (file.length < offset + signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (file[offset + i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
