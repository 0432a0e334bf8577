package dev.weft.examples;

import dev.weft.runtime.data.Holdout;
import dev.weft.runtime.data.LabelledImages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * What a training held out of a directory without a part to test with, so that a later test can use
 * the same images, and does not mistake another directory for that one.
 *
 * @param fraction of each class
 * @param images how many images there were in all
 * @param names the check sum of their names
 */
record HeldOut(double fraction, int images, String names) {
  private static final long SEED = 0;

  /** Of all images of a directory. */
  static HeldOut of(LabelledImages all, Path directory, double fraction) {
    return new HeldOut(fraction, all.size(), names(all, directory));
  }

  /** The check sum of names below the directory, which may itself be moved or named otherwise. */
  private static String names(LabelledImages all, Path directory) {
    CRC32 sum = new CRC32();
    String prefix = directory.toString();
    for (int i = 0; i < all.size(); i++) {
      String name = all.name(i);
      String below = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
      sum.update((below + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return Long.toHexString(sum.getValue());
  }

  /** Whether these are the images that were divided. */
  boolean isOf(LabelledImages all, Path directory) {
    return equals(of(all, directory, fraction));
  }

  /** The two parts. */
  Holdout divide(LabelledImages all) {
    return Holdout.of(all, fraction, SEED);
  }

  /** For a checkpoint. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("fraction", fraction);
    map.put("images", images);
    map.put("names", names);
    return map;
  }

  /** What {@link #toMap} gave. */
  static HeldOut of(Map<?, ?> map) {
    return new HeldOut(
        ((Number) map.get("fraction")).doubleValue(),
        ((Number) map.get("images")).intValue(),
        (String) map.get("names"));
  }
}
