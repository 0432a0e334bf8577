package dev.weft.runtime.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files by hand, right ones and wrong ones. */
final class IdxBytes {
  private IdxBytes() {}

  static byte[] file(int magic, int[] dims, int... data) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * dims.length + data.length);
    buffer.putInt(magic);
    for (int dim : dims) {
      buffer.putInt(dim);
    }
    for (int value : data) {
      buffer.put((byte) value);
    }
    return buffer.array();
  }

  static byte[] labels(int... labels) {
    return file(0x801, new int[] {labels.length}, labels);
  }

  static byte[] images(int count, int height, int width) {
    int[] data = new int[count * height * width];
    for (int i = 0; i < data.length; i++) {
      data[i] = i % 256;
    }
    return file(0x803, new int[] {count, height, width}, data);
  }

  static byte[] gzip(byte[] contents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(contents);
    }
    return bytes.toByteArray();
  }

  static byte[] concat(byte[] a, byte[] b) {
    return ByteBuffer.allocate(a.length + b.length).put(a).put(b).array();
  }
}
