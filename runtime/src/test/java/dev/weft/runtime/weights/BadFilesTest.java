package dev.weft.runtime.weights;

import static dev.weft.runtime.weights.SafetensorsBytes.claiming;
import static dev.weft.runtime.weights.SafetensorsBytes.dataStart;
import static dev.weft.runtime.weights.SafetensorsBytes.entry;
import static dev.weft.runtime.weights.SafetensorsBytes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

/** Damaged and hostile files: each is refused with its reason, and no parameter changes. */
class BadFilesTest {
  private static final String WEIGHT = entry("fc.weight", "F32", "2,3", 0, 24);
  private static final String BIAS = entry("fc.bias", "F32", "2", 24, 32);

  @TempDir private Path directory;

  private List<Parameter> parameters = Weights.ofDense(DataType.FLOAT);

  private static Arguments bad(String reason, byte[] file) {
    return arguments(reason, file);
  }

  private static Arguments bad(String reason, String json, int dataBytes) {
    return bad(reason, file(json, new byte[dataBytes]));
  }

  private static String object(String... entries) {
    return "{" + String.join(",", entries) + "}";
  }

  private static String weight(String type, String shape, long begin, long end) {
    return object(entry("fc.weight", type, shape, begin, end), BIAS);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Stream<Arguments> damagedLengths() {
    return Stream.of(
        bad("the file has 0 bytes", new byte[0]),
        bad("the file has 7 bytes", new byte[7]),
        bad("declared to have 24 bytes, but the file ends after 8", claiming(24, text(""))),
        bad("declared to have 100000001 bytes", claiming(100_000_001, text("{}"))),
        bad("more than the format's 100,000,000", claiming(Long.MAX_VALUE, text("{}"))),
        bad("declared to have 18446744073709551615 bytes", claiming(-1, text("{}"))),
        bad("no safetensors file", text("\u0089PNG\r\n\u001a\n and more")),
        bad("no safetensors file", text("{\"fc.weight\": [[1, 2, 3], [4, 5, 6]]}")),
        bad("the arrays take 32 bytes, but 31 follow", object(WEIGHT, BIAS), 31),
        bad("the arrays take 32 bytes, but 33 follow", object(WEIGHT, BIAS), 33));
  }

  static Stream<Arguments> damagedJson() {
    return Stream.of(
        bad("expected '{'", "", 0),
        bad("expected '{'", "[]", 0),
        bad("expected '{'", "null", 0),
        bad("expected '}'", "{" + WEIGHT, 32),
        bad("expected nothing more", object(WEIGHT, BIAS) + "}", 32),
        bad("expected nothing more", object(WEIGHT, BIAS) + "\u0000", 32),
        bad("the header is not UTF-8", claiming(2, new byte[] {(byte) 0xc3, '{'})),
        bad("\"fc.bias\" occurs twice", object(WEIGHT, BIAS, BIAS), 32),
        bad("control character in the name \"fc?bias\"", "{\"fc\\u0000bias\":{}}", 0),
        bad("a control character inside a text", "{\"fc\u0000bias\":{}}", 0),
        bad("control character in the name \"fc.bias?\"", "{\"fc.bias\\n\":{}}", 0),
        bad("there is no type \"F33\"", weight("F33", "2,3", 0, 24), 32),
        bad("there is no type \"f32\"", weight("f32", "2,3", 0, 24), 32),
        bad("expected a whole number from 0", weight("F32", "-2,3", 0, 24), 32),
        bad("expected ']'", weight("F32", "2.0,3", 0, 24), 32),
        bad("the number is too large", weight("F32", "9223372036854775808", 0, 24), 32),
        bad("more than 64 dimensions", weight("F32", "1,".repeat(64) + "6", 0, 24), 32),
        bad("needs two offsets", "{\"a\":{\"dtype\":\"U8\",\"shape\":[],\"data_offsets\":[0]}}", 1),
        bad("needs \"dtype\"", "{\"a\":{\"shape\":[],\"data_offsets\":[0,1]}}", 1),
        bad("expected '\"'", "{\"__metadata__\":{\"epoch\":3}}", 0));
  }

  static Stream<Arguments> damagedLayout() {
    return Stream.of(
        bad("24 bytes, but 2x4 of F32 need 32", weight("F32", "2,4", 0, 24), 32),
        bad("24 bytes, but 2x3 of F64 need 48", weight("F64", "2,3", 0, 24), 32),
        bad("goes from byte 24 to byte 0", weight("F32", "2,3", 24, 0), 32),
        bad("\"fc.bias\" begins at byte 24, inside", weight("F32", "2,4", 0, 32), 40),
        bad("nothing lies between byte 0 and \"fc.weight\"", weight("F32", "2,3", 8, 32), 40),
        bad(
            "the arrays take 10000000000 bytes, but 8 follow", // 10 GB in a file of 100 bytes
            object(entry("fc.weight", "F32", "2500000000", 0, 10_000_000_000L)),
            8),
        bad("but 2x3 of F32 need 24", weight("F32", "2,3", 0, 10_000_000_000L), 32),
        bad(
            "goes from byte 9223372036854775807",
            object(entry("fc.weight", "F32", "2,3", Long.MAX_VALUE, 3)),
            32),
        bad("more elements than a file can hold", weight("F32", "4294967296,4294967296", 0, 0), 8),
        bad("more elements than a file can hold", weight("F32", "4611686018427387904", 0, 0), 8),
        // Modulo 2^64 these are 2 bytes, as declared.
        bad("more elements than a file can hold", weight("U8", "6148914691236517206,3", 0, 2), 8));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        bad("1 of another shape", object(entry("fc.weight", "F32", "3,2", 0, 24), BIAS), 32),
        bad("fc.weight is 6, but must be 2x3", weight("F32", "6", 0, 24), 32),
        bad("fc.weight is 1x2x3, but must be 2x3", weight("F32", "1,2,3", 0, 24), 32),
        bad(
            "fc.weight is 2x0, but must be 2x3",
            object(entry("fc.weight", "F32", "2,0", 0, 0), entry("fc.bias", "F32", "2", 0, 8)),
            8),
        bad("fc.weight is I32, but must be floating point", weight("I32", "2,3", 0, 24), 32),
        bad(
            "fc.weight is C64, but must be floating point",
            object(entry("fc.weight", "C64", "2,3", 0, 48), entry("fc.bias", "F32", "2", 48, 56)),
            56),
        bad("1 missing", object(WEIGHT), 24),
        bad("1 unexpected", object(WEIGHT, BIAS, entry("fc.scale", "F32", "", 32, 36)), 36),
        bad("2 missing", "{}", 0));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("net.safetensors"), bytes);
  }

  private LoadedWeights load(Path file) throws IOException {
    return new WeightsReader("Net", parameters).read(file, Strictness.STRICT);
  }

  private String refusal(Path file) {
    Map<String, List<Long>> before = Weights.bits(parameters);
    String message =
        assertThatExceptionOfType(WeightsException.class)
            .isThrownBy(() -> load(file))
            .actual()
            .getMessage();
    assertThat(Weights.bits(parameters)).isEqualTo(before);
    assertThat(message).startsWith("`" + file + "` ");
    return message.substring(file.toString().length() + 3);
  }

  @ParameterizedTest
  @MethodSource({"damagedLengths", "damagedJson", "damagedLayout"})
  void aDamagedFileIsRefused(String reason, byte[] bytes) throws IOException {
    assertThat(refusal(write(bytes)))
        .startsWith("is no safetensors file: ")
        .contains(reason)
        .endsWith("; save the weights again, for example with safetensors.torch.save_file");
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aFileThatDoesNotFitIsRefused(String reason, byte[] bytes) throws IOException {
    assertThat(refusal(write(bytes)))
        .startsWith("does not fit the network Net: ")
        .contains(reason)
        .contains("\n    fix: ");
  }

  @Test
  void whatIsNoFileIsRefused() {
    assertThat(refusal(directory.resolve("absent")))
        .isEqualTo("is not there; save weights to it first, or give the path of a file of weights");
    assertThat(refusal(directory)).isEqualTo("is a directory; give the path of a file of weights");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/null", "/dev/zero"})
  void aDeviceIsRefused(String device) {
    assumeTrue(Files.exists(Path.of(device)), "only where there are devices");
    assertThat(refusal(Path.of(device))).startsWith("is no regular file");
  }

  @Test
  void aFileThatMayNotBeReadIsRefused() throws IOException {
    Path file = write(file(object(WEIGHT, BIAS), new byte[32]));
    assumeTrue(file.toFile().setReadable(false), "not on every file system");
    assumeFalse(Files.isReadable(file), "the superuser may read everything");
    assertThat(refusal(file)).startsWith("cannot be read: ").endsWith("; make it readable");
  }

  /** A file cut anywhere is refused, at its very last byte, too. */
  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] good = file(object(WEIGHT, BIAS), new byte[32]);
    for (int length = 0; length < good.length; length++) {
      assertThat(refusal(write(Arrays.copyOf(good, length)))).startsWith("is no safetensors file");
    }
    load(write(good));
  }

  /** Whatever the damage, a file is loaded as it says or refused, and never in part. */
  @Test
  void noDamageLoadsInPartOrFailsOtherwise() throws IOException {
    Path file = directory.resolve("net.safetensors");
    List<Parameter> source = Weights.ofDense(DataType.FLOAT);
    source.forEach(parameter -> parameter.set(Nd4j.ones(parameter.value().dims())));
    WeightsWriter.write(file, DataType.FLOAT, source);
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(1);
    int refused = 0;
    int loaded = 0;
    Map<String, List<Long>> before = Weights.bits(parameters);
    for (int i = 0; i < 4_000; i++) {
      byte[] damaged = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        damaged[random.nextInt(dataStart(good))] = (byte) random.nextInt(256);
      }
      try {
        load(write(damaged));
        loaded++;
        assertThat(Weights.bits(parameters)).isEqualTo(Weights.bits(source));
        parameters = Weights.ofDense(DataType.FLOAT);
      } catch (WeightsException expected) {
        refused++;
        assertThat(Weights.bits(parameters)).isEqualTo(before);
      }
    }
    // A space for a space, a letter of the metadata: not every damage matters.
    assertThat(refused).isGreaterThan(3_000);
    assertThat(loaded).isPositive();
  }

  /** Data have no wrong bits: what they say is what is loaded. */
  @Test
  void damagedDataAreLoadedAsTheyAre() throws IOException {
    byte[] bytes = file(object(WEIGHT, BIAS), new byte[32]);
    Random random = new Random(2);
    for (int i = 0; i < 200; i++) {
      bytes[dataStart(bytes) + random.nextInt(32)] = (byte) random.nextInt(256);
      load(write(bytes));
      int[] weight = SafetensorsBytes.arrays(bytes).get("fc.weight").ints();
      assertThat(Weights.bits(parameters).get("fc.weight"))
          .containsExactly(Arrays.stream(weight).mapToObj(Long::valueOf).toArray(Long[]::new));
    }
  }
}
