package dev.weft.runtime.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The contents of an IDX file of unsigned bytes, the format of MNIST: two zero bytes, the type
 * 0x08, the number of dimensions, each dimension as four bytes, most significant first, then the
 * data. Plain or gzipped, which the contents tell and not the name.
 */
public final class IdxFile {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final int[] dims;
  private final byte[] data;

  private IdxFile(int[] dims, byte[] data) {
    this.dims = dims;
    this.data = data;
  }

  /** The size of dimension {@code index}, counted from 0. */
  public int dim(int index) {
    return dims[index];
  }

  /** The elements, the last dimension running fastest; the array itself. */
  public byte[] data() {
    return data;
  }

  /**
   * Reads a file.
   *
   * @param rank the number of dimensions it must have
   * @throws BadDataException if it is missing or not such a file
   */
  public static IdxFile read(Path file, int rank) throws IOException {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new BadDataException(name, "an IDX file", "nothing");
    }
    if (Files.isDirectory(file)) {
      throw new BadDataException(name, "an IDX file", "a directory");
    }
    if (!Files.isReadable(file)) {
      throw new BadDataException(name, "an IDX file", "one that may not be read");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(name, in, rank);
    }
  }

  /**
   * Reads a stream to its end; the caller closes it.
   *
   * @param name what messages call it
   * @param rank the number of dimensions it must have
   * @throws BadDataException if it does not hold such a file
   */
  public static IdxFile read(String name, InputStream in, int rank) throws IOException {
    PushbackInputStream contents = new PushbackInputStream(in, 2);
    byte[] start = contents.readNBytes(2);
    contents.unread(start);
    if (start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b) {
      return readGzipped(name, contents.readAllBytes(), rank);
    }
    return parse(name, contents, rank);
  }

  private static IdxFile readGzipped(String name, byte[] compressed, int rank) throws IOException {
    try (Gunzip in = new Gunzip(compressed)) {
      IdxFile file = parse(name, in, rank);
      if (in.trailing() > 0) {
        throw new BadDataException(name, "the end of the gzip data", in.trailing() + " more bytes");
      }
      return file;
    } catch (EOFException e) {
      throw new BadDataException(name, "complete gzip data", "its end missing");
    } catch (ZipException e) {
      throw new BadDataException(name, "sound gzip data", "damage (" + e.getMessage() + ")");
    }
  }

  /** Holds all input in its buffer, so that it can tell what the gzip data left over. */
  private static final class Gunzip extends GZIPInputStream {
    private static final int TRAILER = 8;

    Gunzip(byte[] compressed) throws IOException {
      super(new ByteArrayInputStream(compressed), compressed.length);
    }

    int trailing() {
      return inf.getRemaining() - TRAILER;
    }
  }

  private static IdxFile parse(String name, InputStream in, int rank) throws IOException {
    int[] dims = readHeader(name, in, rank);
    int size = size(name, dims);
    // Grows with what really arrives: the header's numbers are not to be trusted with an
    // allocation.
    byte[] data = in.readNBytes(size);
    long more = data.length < size ? 0 : in.transferTo(OutputStream.nullOutputStream());
    if (data.length < size || more > 0) {
      throw new BadDataException(
          name, size + " bytes of data for " + joined(dims), (data.length + more) + "");
    }
    return new IdxFile(dims, data);
  }

  private static int[] readHeader(String name, InputStream in, int rank) throws IOException {
    int magic = UNSIGNED_BYTE << 8 | rank;
    byte[] header = in.readNBytes(4 + 4 * rank);
    ByteBuffer fields = ByteBuffer.wrap(header);
    if (header.length >= 4) {
      int found = fields.getInt();
      if (found != magic) {
        throw new BadDataException(
            name,
            String.format("the magic number 0x%08x of an IDX file of rank %d", magic, rank),
            String.format("0x%08x", found));
      }
    }
    if (header.length < 4 + 4 * rank) {
      throw new BadDataException(
          name, "an IDX header of " + (4 + 4 * rank) + " bytes", header.length + " bytes");
    }
    int[] dims = new int[rank];
    fields.asIntBuffer().get(dims);
    return dims;
  }

  private static int size(String name, int[] dims) throws BadDataException {
    long size = 1;
    for (int dim : dims) {
      long unsigned = Integer.toUnsignedLong(dim);
      if (unsigned > LARGEST_ARRAY || size * unsigned > LARGEST_ARRAY) {
        throw new BadDataException(
            name, "at most " + LARGEST_ARRAY + " bytes of data", "dimensions of " + joined(dims));
      }
      size *= unsigned;
    }
    return (int) size;
  }

  private static String joined(int[] dims) {
    return Arrays.stream(dims)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(" x "));
  }
}
