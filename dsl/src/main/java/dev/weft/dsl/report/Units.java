package dev.weft.dsl.report;

import dev.weft.dsl.problem.Counts;

/** Bytes as a person reads them. */
public final class Units {
  private static final int BYTES_IN_A_FLOAT = 4;
  private static final String[] BYTES = {"KB", "MB", "GB", "TB", "PB", "EB"};

  private Units() {}

  /** The bytes of so many elements in float32. */
  static long bytes(long elements) {
    return Math.multiplyExact(elements, BYTES_IN_A_FLOAT);
  }

  /** {@code 196 B}, {@code 18.8 KB}, {@code 3.2 MB}: a megabyte is a million bytes. */
  public static String readableBytes(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    int unit = 0;
    long size = 1_000;
    while (tenths(bytes, size) >= 10_000 && unit < BYTES.length - 1) {
      size *= 1_000;
      unit++;
    }
    long tenths = tenths(bytes, size);
    return Counts.number(tenths / 10) + "." + tenths % 10 + " " + BYTES[unit];
  }

  private static long tenths(long bytes, long size) {
    long tenth = size / 10;
    return bytes / tenth + (bytes % tenth * 2 >= tenth ? 1 : 0);
  }
}
