package dev.weft.runtime.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The check sums of a checkpoint's files, in the form that {@code sha256sum -c} reads. */
final class Sums {
  static final String FILE = "SHA256SUMS";
  private static final String GAP = "  ";

  private Sums() {}

  /** Of all files that are there. */
  static String of(Path directory, List<String> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String file : files) {
      text.append(sum(directory.resolve(file))).append(GAP).append(file).append('\n');
    }
    return text.toString();
  }

  /**
   * Checks all files of a checkpoint.
   *
   * @throws CheckpointException if one is missing or not as it was written
   */
  static void check(Path directory) throws IOException {
    Path sums = directory.resolve(Sums.FILE);
    if (!Files.isRegularFile(sums)) {
      throw new CheckpointException(directory, "has no file " + FILE + ": it is incomplete");
    }
    for (Map.Entry<String, String> entry : read(directory).entrySet()) {
      Path file = directory.resolve(entry.getKey());
      if (!Files.isRegularFile(file)) {
        throw new CheckpointException(directory, "lacks its file " + entry.getKey());
      }
      if (!sum(file).equals(entry.getValue())) {
        throw new CheckpointException(
            directory,
            "is damaged: its file " + entry.getKey() + " is not what was written, by " + FILE);
      }
    }
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    for (String line : Files.readAllLines(directory.resolve(FILE))) {
      int gap = line.indexOf(GAP);
      if (gap < 0) {
        throw new CheckpointException(directory, "is damaged: its file " + FILE + " is no list");
      }
      sums.put(line.substring(gap + GAP.length()), line.substring(0, gap));
    }
    if (!sums.containsKey(CheckpointDirectory.STATE)) {
      throw new CheckpointException(
          directory, "is damaged: its file " + FILE + " lacks " + CheckpointDirectory.STATE);
    }
    return sums;
  }

  private static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
