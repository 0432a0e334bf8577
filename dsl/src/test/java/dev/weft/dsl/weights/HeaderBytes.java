package dev.weft.dsl.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Files of weights, byte by byte. */
public final class HeaderBytes {
  private HeaderBytes() {}

  /** A file with this JSON and so many bytes of data behind it. */
  public static byte[] file(String json, int dataBytes) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return file(text.length, text, dataBytes);
  }

  /** A file that claims a length of its header. */
  public static byte[] file(long claimed, byte[] header, int dataBytes) {
    return ByteBuffer.allocate(8 + header.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(claimed)
        .put(header)
        .array();
  }
}
