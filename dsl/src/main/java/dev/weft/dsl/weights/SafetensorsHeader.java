package dev.weft.dsl.weights;

import dev.weft.dsl.problem.Counts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The header of a safetensors file: eight bytes of length, lowest first, then that much JSON, which
 * says of each array its type, its shape and where in the rest of the file it lies.
 *
 * <p>The file is not trusted: nothing is allocated by a number that stands in it, reading takes
 * time proportional to the header's true length, and a header that reads has entries that lie side
 * by side and fill the file exactly.
 *
 * <pre>{@code
 * try (InputStream in = Files.newInputStream(file)) {
 *   SafetensorsHeader header = SafetensorsHeader.read(in, Files.size(file));
 *   header.tensors().get(0).shape();   // [64, 3, 7, 7]
 * }
 * }</pre>
 *
 * @param tensors the arrays, in the order in which they lie in the file
 * @param metadata free texts, such as the framework that wrote the file
 * @param dataStart where in the file the first array begins
 */
public record SafetensorsHeader(
    List<TensorEntry> tensors, Map<String, String> metadata, long dataStart) {
  private static final int LENGTH_BYTES = 8;

  /** The format's own limit. */
  private static final long MOST_BYTES = 100_000_000;

  /** Copies list and map. */
  public SafetensorsHeader {
    tensors = List.copyOf(tensors);
    metadata = Map.copyOf(metadata);
  }

  /**
   * Reads a header.
   *
   * @param in the file from its first byte
   * @param fileSize the bytes of the whole file
   * @throws InvalidHeaderException if the file is not in the format
   */
  public static SafetensorsHeader read(InputStream in, long fileSize) throws IOException {
    byte[] start = in.readNBytes(LENGTH_BYTES);
    if (start.length < LENGTH_BYTES) {
      throw new InvalidHeaderException(
          "the file has %d bytes, fewer than the length of a header".formatted(start.length));
    }
    long length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getLong();
    checkLength(length, fileSize);
    // Reads in pieces: a length beyond the true end costs nothing.
    byte[] json = in.readNBytes((int) length);
    if (json.length < length) {
      throw new InvalidHeaderException("the file ends within the header");
    }
    HeaderParser.Parsed parsed = new HeaderParser(text(json)).parse();
    List<TensorEntry> tensors =
        parsed.tensors().stream()
            .sorted(
                Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end))
            .toList();
    checkLayout(tensors, fileSize - LENGTH_BYTES - length);
    return new SafetensorsHeader(tensors, parsed.metadata(), LENGTH_BYTES + length);
  }

  private static void checkLength(long length, long fileSize) throws InvalidHeaderException {
    String declared = "the header is declared to have " + Long.toUnsignedString(length) + " bytes";
    if (length < 0 || length > MOST_BYTES) {
      throw new InvalidHeaderException(
          declared + ", more than the format's " + Counts.number(MOST_BYTES));
    }
    if (length > fileSize - LENGTH_BYTES) {
      throw new InvalidHeaderException(declared + ", but the file ends after " + fileSize);
    }
  }

  private static String text(byte[] json) throws InvalidHeaderException {
    try {
      // Unlike `new String`, a decoder refuses what is no UTF-8.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    } catch (CharacterCodingException malformed) {
      throw new InvalidHeaderException("the header is not UTF-8");
    }
  }

  private static void checkLayout(List<TensorEntry> tensors, long dataSize)
      throws InvalidHeaderException {
    long end = 0;
    for (TensorEntry tensor : tensors) {
      tensor.check();
      if (tensor.begin() < end) {
        throw new InvalidHeaderException(
            "\"%s\" begins at byte %d, inside the array before it"
                .formatted(tensor.shownName(), tensor.begin()));
      }
      if (tensor.begin() > end) {
        throw new InvalidHeaderException(
            "nothing lies between byte %d and \"%s\"".formatted(end, tensor.shownName()));
      }
      end = tensor.end();
    }
    if (end != dataSize) {
      throw new InvalidHeaderException(
          "the arrays take %d bytes, but %d follow the header".formatted(end, dataSize));
    }
  }
}
