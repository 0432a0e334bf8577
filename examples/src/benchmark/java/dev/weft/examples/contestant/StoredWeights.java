package dev.weft.examples.contestant;

import dev.weft.dsl.weights.SafetensorsHeader;
import dev.weft.dsl.weights.TensorEntry;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A file of weights that is read straight into memory of a contestant's own, so that none needs
 * more memory than its network does.
 */
public final class StoredWeights implements AutoCloseable {
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final Map<String, TensorEntry> entries;

  /** Opens a file. */
  public StoredWeights(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      header = SafetensorsHeader.read(in, Files.size(file));
    }
    channel = FileChannel.open(file);
    entries =
        header.tensors().stream().collect(Collectors.toMap(TensorEntry::name, entry -> entry));
  }

  /** All names, in the order of the file. */
  public List<String> names() {
    return header.tensors().stream().map(TensorEntry::name).toList();
  }

  /** The dimensions of an array. */
  public long[] shape(String name) {
    return entries.get(name).shape().stream().mapToLong(Long::longValue).toArray();
  }

  /** The bytes of an array, lowest first. */
  public ByteBuffer bytes(String name) throws IOException {
    TensorEntry entry = entries.get(name);
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(entry.end() - entry.begin()));
    read(name, bytes);
    return bytes.flip();
  }

  /** Reads the bytes of an array, for which the buffer has just room. */
  public void read(String name, ByteBuffer into) throws IOException {
    long position = header.dataStart() + entries.get(name).begin();
    while (into.hasRemaining()) {
      int count = channel.read(into, position);
      if (count < 0) {
        throw new EOFException("the file ends within " + name);
      }
      position += count;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
