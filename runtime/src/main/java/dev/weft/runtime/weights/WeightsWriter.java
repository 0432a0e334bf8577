package dev.weft.runtime.weights;

import dev.weft.dsl.weights.HeaderWriter;
import dev.weft.dsl.weights.TensorEntry;
import dev.weft.dsl.weights.TensorType;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Writes parameters into safetensors files, one after the other, without a copy of them all. */
public final class WeightsWriter {
  /** In elements. */
  private static final int PIECE = 1 << 16;

  private static final Map<String, String> METADATA = Map.of("format", "pt");

  private final FileChannel channel;
  private final ByteBuffer bytes =
      ByteBuffer.allocateDirect(PIECE * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private WeightsWriter(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Writes a file, or leaves the one that is there as it is.
   *
   * @param type the type of all numbers
   * @param parameters parameters and running statistics, in the order in which to write them
   * @throws WeightsException if the file cannot be written
   * @throws IllegalStateException if two parameters have the same name
   */
  public static void write(Path file, DataType type, List<Parameter> parameters)
      throws WeightsException {
    byte[] header = HeaderWriter.bytes(entries(type, parameters), METADATA);
    checkPlace(file);
    try {
      AtomicFile.write(
          file,
          channel -> {
            WeightsWriter writer = new WeightsWriter(channel);
            writer.writeAll(ByteBuffer.wrap(header));
            for (Parameter parameter : parameters) {
              writer.write(parameter);
            }
          });
    } catch (AccessDeniedException denied) {
      throw new WeightsException(
          file,
          "cannot be written: new files are not allowed in `"
              + file.toAbsolutePath().getParent()
              + "`; make that directory writable, or choose another",
          denied);
    } catch (IOException failed) {
      throw new WeightsException(
          file,
          "cannot be written: " + failed + "; make room there, or choose another directory",
          failed);
    }
  }

  private static List<TensorEntry> entries(DataType type, List<Parameter> parameters) {
    TensorType stored =
        switch (type) {
          case FLOAT, BFLOAT16 -> TensorType.F32;
          case DOUBLE -> TensorType.F64;
        };
    List<TensorEntry> entries = new ArrayList<>();
    long begin = 0;
    for (Parameter parameter : ParametersByName.of(parameters).values()) {
      long end = begin + parameter.size() * stored.bytes();
      List<Long> shape = ParametersByName.shape(parameter);
      entries.add(new TensorEntry(parameter.name(), stored, shape, begin, end));
      begin = end;
    }
    return entries;
  }

  private static void checkPlace(Path file) throws WeightsException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      String kind = Files.isDirectory(file) ? "a directory" : "no regular file";
      throw new WeightsException(file, "is " + kind + "; give the path of a file");
    }
    Path directory = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(directory)) {
      throw new WeightsException(
          file, "cannot be written: there is no directory `" + directory + "`; make it first");
    }
  }

  private void write(Parameter parameter) throws IOException {
    try (INDArray array = parameter.get()) {
      INDArray flat = array.reshape('c', new long[] {array.length()});
      for (long first = 0; first < flat.length(); first += PIECE) {
        long end = Math.min(first + PIECE, flat.length());
        write(flat.get(NDArrayIndex.interval(first, end)));
      }
    }
  }

  private void write(INDArray piece) throws IOException {
    bytes.clear();
    if (piece.dataType() == org.nd4j.linalg.api.buffer.DataType.DOUBLE) {
      bytes.asDoubleBuffer().put(piece.toDoubleVector());
      bytes.limit((int) piece.length() * Double.BYTES);
    } else {
      bytes.asFloatBuffer().put(piece.toFloatVector());
      bytes.limit((int) piece.length() * Float.BYTES);
    }
    writeAll(bytes);
  }

  private void writeAll(ByteBuffer source) throws IOException {
    while (source.hasRemaining()) {
      channel.write(source);
    }
  }
}
