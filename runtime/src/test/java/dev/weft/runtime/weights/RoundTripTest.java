package dev.weft.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

/** What was saved is what is loaded, to the last bit. */
class RoundTripTest {
  /** Zeros, denormals, extremes, infinities, quiet and signalling NaNs with payloads. */
  private static final int[] SPECIAL_FLOATS = {
    0,
    0x80000000,
    1,
    0x80000001,
    0x007fffff,
    0x00800000,
    0x7f7fffff,
    0xff7fffff,
    0x7f800000,
    0xff800000,
    0x7fc00000,
    0xffc00000,
    0x7fc12345,
    0xffedcba9,
    0x7f800001,
    0xff812345,
    0x3f800000,
    0x3eaaaaab,
  };

  private static final long[] SPECIAL_DOUBLES = {
    0,
    0x8000000000000000L,
    1,
    0x8000000000000001L,
    0x000fffffffffffffL,
    0x0010000000000000L,
    0x7fefffffffffffffL,
    0xffefffffffffffffL,
    0x7ff0000000000000L,
    0xfff0000000000000L,
    0x7ff8000000000000L,
    0xfff8000000000000L,
    0x7ff8123456789abcL,
    0xfffedcba98765432L,
    0x7ff0000000000001L,
    0xfff0123456789abcL,
    0x3ff0000000000000L,
    0x3fd5555555555555L,
  };

  @TempDir private Path directory;

  private Path file() {
    return directory.resolve("net.safetensors");
  }

  private static LoadedWeights load(Path file, List<Parameter> parameters) throws IOException {
    return new WeightsReader("Net", parameters).read(file, Strictness.STRICT);
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void weightsOfOneNetworkLoadIntoAnother(DataType type) throws IOException {
    List<Parameter> saved = Weights.ofThreeLayers(type, 1);
    List<Parameter> loaded = Weights.ofThreeLayers(type, 2);
    assertThat(Weights.bits(loaded)).isNotEqualTo(Weights.bits(saved));
    WeightsWriter.write(file(), type, saved);
    LoadedWeights report = load(file(), loaded);
    assertThat(Weights.bits(loaded)).isEqualTo(Weights.bits(saved));
    assertThat(report.loaded())
        .containsExactly(
            "conv.weight",
            "conv.bias",
            "norm.weight",
            "norm.bias",
            "norm.running_mean",
            "norm.running_var",
            "head.0.weight",
            "head.0.bias");
    assertThat(report.missing()).isEmpty();
    assertThat(report.unexpected()).isEmpty();
  }

  @Test
  void everyFloatKeepsItsBits() throws IOException {
    float[] values = new float[3 * 2 * 9];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(SPECIAL_FLOATS[i % SPECIAL_FLOATS.length]);
    }
    List<Parameter> saved = Weights.ofThreeLayers(DataType.FLOAT, 1);
    saved.get(0).set(Nd4j.createFromArray(values).reshape(3, 2, 3, 3));
    WeightsWriter.write(file(), DataType.FLOAT, saved);
    int[] bits = SafetensorsBytes.arrays(Files.readAllBytes(file())).get("conv.weight").ints();
    assertThat(Arrays.copyOf(bits, SPECIAL_FLOATS.length)).isEqualTo(SPECIAL_FLOATS);

    List<Parameter> loaded = Weights.ofThreeLayers(DataType.FLOAT, 2);
    load(file(), loaded);
    assertThat(Weights.bits(loaded)).isEqualTo(Weights.bits(saved));
    assertThat(Weights.bits(loaded).get("conv.weight"))
        .startsWith(Arrays.stream(SPECIAL_FLOATS).mapToObj(Long::valueOf).toArray(Long[]::new));
  }

  @Test
  void everyDoubleKeepsItsBits() throws IOException {
    double[] values = new double[3 * 2 * 9];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(SPECIAL_DOUBLES[i % SPECIAL_DOUBLES.length]);
    }
    List<Parameter> saved = Weights.ofThreeLayers(DataType.DOUBLE, 1);
    saved.get(0).set(Nd4j.createFromArray(values).reshape(3, 2, 3, 3));
    WeightsWriter.write(file(), DataType.DOUBLE, saved);
    long[] bits = SafetensorsBytes.arrays(Files.readAllBytes(file())).get("conv.weight").longs();
    assertThat(Arrays.copyOf(bits, SPECIAL_DOUBLES.length)).isEqualTo(SPECIAL_DOUBLES);

    List<Parameter> loaded = Weights.ofThreeLayers(DataType.DOUBLE, 2);
    load(file(), loaded);
    assertThat(Weights.bits(loaded)).isEqualTo(Weights.bits(saved));
    assertThat(Weights.bits(loaded).get("conv.weight"))
        .startsWith(Arrays.stream(SPECIAL_DOUBLES).boxed().toArray(Long[]::new));
  }

  /** PyTorch and its readers look for the format; maps want aligned numbers. */
  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void aFileIsWhatTheFormatSays(DataType type) throws IOException {
    List<Parameter> parameters = Weights.ofThreeLayers(type, 1);
    WeightsWriter.write(file(), type, parameters);
    byte[] file = Files.readAllBytes(file());
    int size = type == DataType.FLOAT ? 4 : 8;
    assertThat(SafetensorsBytes.header(file)).startsWith("{\"__metadata__\":{\"format\":\"pt\"},");
    assertThat(SafetensorsBytes.dataStart(file) % 8).isZero();
    assertThat(file)
        .hasSize(SafetensorsBytes.dataStart(file) + size * (54 + 3 + 4 * 3 + 5 * 12 + 5));
    Map<String, SafetensorsBytes.Array> arrays = SafetensorsBytes.arrays(file);
    assertThat(arrays.keySet()).containsExactlyElementsOf(Weights.bits(parameters).keySet());
    arrays.forEach((name, array) -> assertThat(array.type()).isEqualTo(size == 4 ? "F32" : "F64"));
    assertThat(arrays.get("conv.weight").shape()).isEqualTo("3,2,3,3");
    assertThat(arrays.get("head.0.weight").shape()).isEqualTo("5,12");
    assertThat(arrays.get("norm.running_var").shape()).isEqualTo("3");
  }

  @Test
  void elementsLieInTheOrderOfTheirIndices() throws IOException {
    List<Parameter> parameters = Weights.ofDense(DataType.FLOAT);
    parameters.get(0).set(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}).dup('f'));
    parameters.get(1).set(Nd4j.createFromArray(7f, 8f));
    WeightsWriter.write(file(), DataType.FLOAT, parameters);
    byte[] file = Files.readAllBytes(file());
    assertThat(Arrays.copyOfRange(file, SafetensorsBytes.dataStart(file), file.length))
        .isEqualTo(SafetensorsBytes.floats(1, 2, 3, 4, 5, 6, 7, 8));
  }
}
