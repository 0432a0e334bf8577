package dev.weft.runtime.weights;

import static dev.weft.runtime.weights.SafetensorsBytes.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.dsl.weights.TensorEntry;
import dev.weft.dsl.weights.TensorType;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files and arrays larger than what is mapped or written at once. */
class LargeFilesTest {
  private static final long FIVE_GB = 5_000_000_000L;

  @TempDir private Path directory;

  /** The file has a hole, so that it takes no place on the disk. */
  @Test
  void arraysBehindFiveGigabytesAreRead() throws IOException {
    Path file = directory.resolve("large.safetensors");
    String json =
        "{"
            + entry("large", "U8", Long.toString(FIVE_GB), 0, FIVE_GB)
            + ","
            + entry("fc.weight", "F32", "2,3", FIVE_GB, FIVE_GB + 24)
            + ","
            + entry("fc.bias", "F32", "2", FIVE_GB + 24, FIVE_GB + 32)
            + "}";
    byte[] header = SafetensorsBytes.file(json);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.write(ByteBuffer.wrap(header));
      byte[] data = SafetensorsBytes.floats(1, 2, 3, 4, 5, 6, 7, 8);
      channel.write(ByteBuffer.wrap(data), header.length + FIVE_GB);
    }
    List<Parameter> parameters = Weights.ofDense(DataType.FLOAT);
    new WeightsReader("Net", parameters).read(file, Strictness.LENIENT);
    assertThat(parameters.get(0).get())
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
    assertThat(parameters.get(1).get()).isEqualTo(Nd4j.createFromArray(7f, 8f));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 100})
  void anArrayMayTakeAnyNumberOfWindows(int window) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(3 + 24);
    bytes.position(3).put(SafetensorsBytes.floats(1, 2, 3, 4, 5, 6));
    Path file = Files.write(directory.resolve("windows"), bytes.array());
    try (FileChannel channel = FileChannel.open(file)) {
      MappedArrays arrays = new MappedArrays(channel, 3, window);
      TensorEntry entry = new TensorEntry("a", TensorType.F32, List.of(2L, 3L), 0, 24);
      try (INDArray array = arrays.read(entry)) {
        assertThat(array).isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
      }
    }
  }

  /** More than a million elements, and no multiple of anything. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void arraysOfManyPiecesAreSavedAndLoaded(DataType type) throws IOException {
    Path file = directory.resolve("pieces");
    int rows = 1_031;
    int columns = 1_033;
    INDArray values =
        Nd4j.arange(rows * columns)
            .castTo(org.nd4j.linalg.api.buffer.DataType.valueOf(type.name()))
            .reshape(rows, columns);
    WeightsWriter.write(file, type, List.of(FakeTensor.read("a", values::dup, rows, columns)));
    SafetensorsBytes.Array stored = SafetensorsBytes.arrays(Files.readAllBytes(file)).get("a");
    IntStream indices = IntStream.range(0, rows * columns);
    if (type == DataType.FLOAT) {
      assertThat(stored.ints()).isEqualTo(indices.map(Float::floatToRawIntBits).toArray());
    } else {
      assertThat(stored.longs())
          .isEqualTo(indices.mapToLong(Double::doubleToRawLongBits).toArray());
    }
    Parameter target =
        FakeTensor.written("a", array -> assertThat(array).isEqualTo(values), rows, columns);
    assertThat(new WeightsReader("Net", List.of(target)).read(file, Strictness.STRICT).loaded())
        .containsExactly("a");
  }
}
