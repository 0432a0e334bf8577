package dev.weft.runtime.weights;

import static dev.weft.runtime.weights.SafetensorsBytes.entry;
import static dev.weft.runtime.weights.SafetensorsBytes.file;
import static dev.weft.runtime.weights.SafetensorsBytes.floats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Files written by hand, and what is read of them. */
class WeightsReaderTest {
  private static final String BIAS = entry("fc.bias", "F32", "2", 0, 8);
  private static final String WEIGHT = entry("fc.weight", "F32", "2,3", 8, 32);
  private static final byte[] DATA = floats(0.5f, -1.5f, 1, 2, 3, 4, 5, 6);

  @TempDir private Path directory;

  private final List<Parameter> parameters = Weights.ofDense(DataType.FLOAT);

  private LoadedWeights load(Strictness strictness, byte[] bytes) throws IOException {
    return load(parameters, strictness, bytes);
  }

  private LoadedWeights load(List<Parameter> into, Strictness strictness, byte[] bytes)
      throws IOException {
    Path file = Files.write(directory.resolve("net.safetensors"), bytes);
    return new WeightsReader("Net", into).read(file, strictness);
  }

  private LoadedWeights loadBlock(String block, byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("net.safetensors"), bytes);
    return new WeightsReader("Net", parameters).readBlock(file, block);
  }

  private void assertLoaded() {
    assertThat(parameters.get(0).get())
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
    assertThat(parameters.get(1).get()).isEqualTo(Nd4j.createFromArray(0.5f, -1.5f));
  }

  private String refusal(Strictness strictness, byte[] bytes) {
    var before = Weights.bits(parameters);
    var thrown =
        assertThatExceptionOfType(WeightsException.class)
            .isThrownBy(() -> load(strictness, bytes))
            .actual();
    assertThat(Weights.bits(parameters)).isEqualTo(before);
    return thrown.getMessage().replace(directory.resolve("net.safetensors").toString(), "FILE");
  }

  @Test
  void aFileInAnyOrderAndSpacingIsRead() throws IOException {
    String json =
        """
         {
           "__metadata__" : { "made by" : "hand" },
           "fc.weight" : { "shape" : [ 2 , 3 ], "data_offsets" : [ 8, 32 ], "dtype" : "F32" },
           "fc.bias" : { "dtype" : "F32", "shape" : [ 2 ], "data_offsets" : [ 0, 8 ] }
         }
        """;
    load(Strictness.STRICT, file(json, DATA));
    assertLoaded();
  }

  /** The bytes of the file in full, as the format's description lays them out. */
  @Test
  void aFileIsReadByteByByte() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + 128 + 32).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 128, 0, 0, 0, 0, 0, 0, 0});
    bytes.put(
        ("{\"fc.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[8,32]}}")
            .concat(" ".repeat(4))
            .getBytes(StandardCharsets.US_ASCII));
    bytes.put(new byte[] {0, 0, 0, 0x3f, 0, 0, (byte) 0xc0, (byte) 0xbf});
    bytes.put(new byte[] {0, 0, (byte) 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40});
    bytes.put(
        new byte[] {0, 0, (byte) 0x80, 0x40, 0, 0, (byte) 0xa0, 0x40, 0, 0, (byte) 0xc0, 0x40});
    load(Strictness.STRICT, bytes.array());
    assertLoaded();
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT", "DOUBLE"})
  void halvesAreReadExactly(DataType type) throws IOException {
    List<Parameter> into = Weights.ofDense(type);
    String json =
        "{"
            + entry("fc.weight", "F16", "2,3", 0, 12)
            + ","
            + entry("fc.bias", "BF16", "2", 12, 16)
            + "}";
    ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    // 1, -2, 65504, the least above 0, a third, minus infinity; then 1 and pi of bfloat16.
    for (int half : new int[] {0x3c00, 0xc000, 0x7bff, 1, 0x3555, 0xfc00, 0x3f80, 0x4049}) {
      data.putShort((short) half);
    }
    load(into, Strictness.STRICT, file(json, data.array()));
    INDArray weight = into.get(0).get();
    assertThat(weight.getDouble(0, 0)).isEqualTo(1);
    assertThat(weight.getDouble(0, 1)).isEqualTo(-2);
    assertThat(weight.getDouble(0, 2)).isEqualTo(65504);
    assertThat(weight.getDouble(1, 0)).isEqualTo(0x1p-24);
    assertThat(weight.getDouble(1, 1)).isEqualTo(0.333251953125);
    assertThat(weight.getDouble(1, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(into.get(1).get().toDoubleVector()).containsExactly(1, 3.140625);
  }

  /** The definition of binary16, for each of its numbers. */
  @Test
  void everyHalfIsConvertedAsDefined() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      int exponent = bits >> 10 & 31;
      int fraction = bits & 1023;
      double magnitude =
          exponent == 0
              ? Math.scalb(fraction / 1024.0, -14)
              : Math.scalb(1 + fraction / 1024.0, exponent - 15);
      if (exponent == 31) {
        magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
      }
      double expected = bits >> 15 == 1 ? -magnitude : magnitude;
      float converted = HalfPrecision.toFloat((short) bits);
      assertThat(Double.compare(converted, expected)).as("%04x", bits).isZero();
      assertThat(Float.floatToRawIntBits(converted) >>> 31).as("%04x", bits).isEqualTo(bits >> 15);
    }
  }

  @Test
  void doublesAreRoundedToTheNetworksFloats() throws IOException {
    String json =
        "{"
            + entry("fc.weight", "F64", "2,3", 0, 48)
            + ","
            + entry("fc.bias", "F64", "2", 48, 64)
            + "}";
    double[] values = {0.1, 1 / 3.0, 1e300, 1e-300, Double.NaN, 16777217, -0.0, Math.PI};
    ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      data.putDouble(value);
    }
    load(Strictness.STRICT, file(json, data.array()));
    assertThat(parameters.get(0).get().reshape(6).toFloatVector())
        .containsExactly(0.1f, 1 / 3f, Float.POSITIVE_INFINITY, 0, Float.NaN, 16777216);
    assertThat(parameters.get(1).get().toFloatVector()).containsExactly(-0f, (float) Math.PI);

    List<Parameter> doubles = Weights.ofDense(DataType.DOUBLE);
    load(doubles, Strictness.STRICT, file(json, data.array()));
    assertThat(doubles.get(0).get().reshape(6).toDoubleVector())
        .containsExactly(0.1, 1 / 3.0, 1e300, 1e-300, Double.NaN, 16777217);
  }

  @Test
  void weightsThatAreNoNumbersAreLoaded() throws IOException {
    byte[] data = floats(Float.NaN, 1, 1, 1, 1, 1, 1, Float.NEGATIVE_INFINITY);
    load(Strictness.STRICT, file("{" + BIAS + "," + WEIGHT + "}", data));
    assertThat(parameters.get(1).get().getFloat(0)).isNaN();
    assertThat(parameters.get(0).get().getFloat(1, 2)).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void pyTorchsCountOfBatchesIsIgnored() throws IOException {
    String count = entry("fc.num_batches_tracked", "I64", "", 32, 40);
    byte[] data = ByteBuffer.allocate(40).put(DATA).array();
    LoadedWeights weights =
        load(Strictness.STRICT, file("{" + BIAS + "," + WEIGHT + "," + count + "}", data));
    assertLoaded();
    assertThat(weights.unexpected()).isEmpty();
  }

  @Test
  void allThatDoesNotFitIsInOneMessage() {
    String json =
        "{"
            + entry("fc.bais", "F32", "2", 0, 8)
            + ","
            + entry("fc.weight", "I8", "3,8", 8, 32)
            + ","
            + entry("xxxxxxxxxxxxxxxxxxxx", "F32", "", 32, 36)
            + "}";
    assertThat(refusal(Strictness.STRICT, file(json, new byte[36])).lines())
        .containsExactly(
            "`FILE` does not fit the network Net: 1 missing, 2 unexpected, 1 of another shape, 1 of"
                + " another type",
            "    missing      fc.bias of 2, the file's nearest is fc.bais",
            "    unexpected   fc.bais of 2, the network's nearest is fc.bias",
            "                 xxxxxxxxxxxxxxxxxxxx of a single number",
            "    shape        fc.weight is 3x8, but must be 2x3",
            "    type         fc.weight is I8, but must be floating point",
            "    fix: name the stages and layers as the file does, or take the file that fits");
  }

  @Test
  void ofManyNamesTenOfEachKindAreShown() {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < 12; i++) {
      json.append(entry("other" + i, "F32", "1", 4 * i, 4 * i + 4)).append(i < 11 ? "," : "}");
    }
    assertThat(refusal(Strictness.STRICT, file(json.toString(), new byte[48])).lines())
        .contains("                 other9 of 1", "                 and 2 more")
        .noneMatch(line -> line.contains("other10") || line.contains("nearest"));
  }

  @Test
  void aPrefixOfAllNamesIsRecognised() {
    String json =
        "{" + BIAS.replace("fc.", "module.fc.") + "," + WEIGHT.replace("fc.", "module.fc.") + "}";
    for (Strictness strictness : Strictness.values()) {
      assertThat(refusal(strictness, file(json, DATA)))
          .contains("2 missing, 2 unexpected")
          .endsWith("fix: save the weights without the prefix `module.` of their names");
    }
  }

  @Test
  void whatLeniencyWouldLoadIsSaid() {
    byte[] file = file("{" + BIAS + "}", floats(3, 4));
    assertThat(refusal(Strictness.STRICT, file))
        .endsWith(
            "     or: load it with Strictness.LENIENT, which leaves what is missing as it is and"
                + " ignores what is unexpected");
  }

  @Test
  void leniencyLoadsWhatBothHave() throws IOException {
    INDArray weight = parameters.get(0).get();
    String json = "{" + BIAS + "," + entry("old.bias", "U8", "3", 8, 11) + "}";
    LoadedWeights weights =
        load(Strictness.LENIENT, file(json, ByteBuffer.allocate(11).put(floats(3, 4)).array()));
    assertThat(parameters.get(1).get()).isEqualTo(Nd4j.createFromArray(3f, 4f));
    assertThat(parameters.get(0).get()).isEqualTo(weight);
    assertThat(weights)
        .isEqualTo(
            new LoadedWeights(List.of("fc.bias"), List.of("fc.weight"), List.of("old.bias")));
  }

  @Test
  void leniencyHasItsLimits() {
    String shape = "{" + entry("fc.bias", "F32", "3", 0, 12) + "}";
    assertThat(refusal(Strictness.LENIENT, file(shape, new byte[12])))
        .contains("does not fit the network Net: 1 of another shape\n")
        .contains("    shape        fc.bias is 3, but must be 2")
        .endsWith(
            "    fix: declare the layers as the file has them, or take the file that fits\n"
                + "     or: give those layers names of their own, which Strictness.LENIENT leaves as"
                + " they are");
    String type = "{" + BIAS + "," + entry("fc.weight", "I32", "2,3", 8, 32) + "}";
    assertThat(refusal(Strictness.LENIENT, file(type, DATA)))
        .contains("does not fit the network Net: 1 of another type\n");
    assertThat(refusal(Strictness.LENIENT, file("{}"))).contains("Net: 2 missing\n");
  }

  @Test
  void leniencyMustBeSaidOrNot() {
    byte[] shape = file("{" + entry("fc.bias", "F32", "3", 0, 12) + "}", new byte[12]);
    assertThatNullPointerException().isThrownBy(() -> load(null, shape));
  }

  @Test
  void aFileOfABlockIsLoadedIntoIt() throws IOException {
    String json =
        "{"
            + BIAS.replace("fc.", "")
            + ","
            + WEIGHT.replace("fc.", "")
            + ","
            + entry("head.bias", "U8", "3", 32, 35)
            + "}";
    byte[] bytes = file(json, ByteBuffer.allocate(35).put(DATA).array());
    for (Strictness strictness : Strictness.values()) {
      assertThat(refusal(strictness, bytes))
          .endsWith("fix: load it into the block that it is of, loadWeights(file, \"fc\")");
    }
    LoadedWeights weights = loadBlock("fc", bytes);
    assertLoaded();
    assertThat(weights)
        .isEqualTo(new LoadedWeights(List.of("weight", "bias"), List.of(), List.of("head.bias")));
  }

  @Test
  void aBlockIsLoadedAsAWholeOrNotAtAll() {
    var before = Weights.bits(parameters);
    byte[] bytes = file("{" + BIAS.replace("fc.", "") + "}", floats(3, 4));
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> loadBlock("fc", bytes))
        .withMessageContaining("does not fit the block `fc` of the network Net: 1 missing\n")
        .withMessageContaining("    missing      weight of 2x3\n");
    byte[] shape =
        file(
            "{"
                + entry("bias", "F32", "3", 0, 12)
                + ","
                + entry("weight", "F32", "2,3", 12, 36)
                + "}",
            new byte[36]);
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> loadBlock("fc", shape))
        .withMessageContaining("bias is 3, but must be 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loadBlock("cf", bytes))
        .withMessage("the network Net has no block `cf` with parameters; the nearest is `fc`");
    assertThat(Weights.bits(parameters)).isEqualTo(before);
  }

  @Test
  void aNetworkWithoutParametersLoadsAFileWithoutArrays() throws IOException {
    assertThat(load(List.of(), Strictness.STRICT, file("{}")).loaded()).isEmpty();
  }
}
