package dev.weft.runtime.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files written byte by byte and read by a pattern, after the format's own description and by none
 * of the code under test.
 */
public final class SafetensorsBytes {
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"([^\"]+)\":\\{\"dtype\":\"(\\w+)\",\"shape\":\\[([\\d,]*)],"
              + "\"data_offsets\":\\[(\\d+),(\\d+)]}");

  /** One array of a file. */
  public record Array(String type, String shape, byte[] data) {
    /** The bits of its elements, if they are single precision. */
    public int[] ints() {
      int[] ints = new int[data.length / Integer.BYTES];
      ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ints);
      return ints;
    }

    /** The bits of its elements, if they are double precision. */
    public long[] longs() {
      long[] longs = new long[data.length / Long.BYTES];
      ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
      return longs;
    }
  }

  private SafetensorsBytes() {}

  /** A file with this header and these bytes behind it. */
  public static byte[] file(String json, byte... data) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return claiming(text.length, text, data);
  }

  /** A file that claims a length of its header. */
  static byte[] claiming(long length, byte[] header, byte... data) {
    byte[] file = new byte[8 + header.length + data.length];
    for (int i = 0; i < 8; i++) {
      file[i] = (byte) (length >>> 8 * i);
    }
    System.arraycopy(header, 0, file, 8, header.length);
    System.arraycopy(data, 0, file, 8 + header.length, data.length);
    return file;
  }

  /** The entry of one array in a header. */
  public static String entry(String name, String type, String shape, long begin, long end) {
    return "\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%d,%d]}"
        .formatted(name, type, shape, begin, end);
  }

  /** Single precision numbers, lowest byte first. */
  public static byte[] floats(float... values) {
    byte[] bytes = new byte[4 * values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (Float.floatToRawIntBits(values[i / 4]) >>> 8 * (i % 4));
    }
    return bytes;
  }

  /** Where the data of a file begins. */
  static int dataStart(byte[] file) {
    return 8 + Math.toIntExact(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong());
  }

  /** The header of a file. */
  static String header(byte[] file) {
    return new String(file, 8, dataStart(file) - 8, StandardCharsets.UTF_8);
  }

  /** The arrays of a file, in the order of its header. */
  public static Map<String, Array> arrays(byte[] file) {
    Map<String, Array> arrays = new LinkedHashMap<>();
    Matcher matcher = ENTRY.matcher(header(file));
    while (matcher.find()) {
      int begin = dataStart(file) + Integer.parseInt(matcher.group(4));
      int end = dataStart(file) + Integer.parseInt(matcher.group(5));
      arrays.put(
          matcher.group(1),
          new Array(matcher.group(2), matcher.group(3), Arrays.copyOfRange(file, begin, end)));
    }
    return arrays;
  }
}
