package dev.weft.dsl.weights;

import static dev.weft.dsl.weights.HeaderBytes.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers as the format describes them, and files that only pretend to be in it. */
class SafetensorsHeaderTest {
  private static SafetensorsHeader read(byte[] file) throws IOException {
    return SafetensorsHeader.read(new ByteArrayInputStream(file), file.length);
  }

  private static void refused(byte[] file, String reason) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InvalidHeaderException.class)
        .hasMessageContaining(reason);
  }

  private static void refused(String json, int dataBytes, String reason) {
    refused(file(json, dataBytes), reason);
  }

  /** The example of the format's own description, with padding as its writer pads. */
  @Test
  void tensorsAreReadWithTypeShapeAndPlace() throws IOException {
    String json =
        """
        {"__metadata__":{"format":"pt"},
         "b":{"dtype":"F16","shape":[1,16,256],"data_offsets":[8,8200]},
         "a":{"dtype":"I64","shape":[],"data_offsets":[0,8]}}
        """;
    SafetensorsHeader header = read(file(json, 8200));
    assertThat(header.tensors())
        .containsExactly(
            new TensorEntry("a", TensorType.I64, List.of(), 0, 8),
            new TensorEntry("b", TensorType.F16, List.of(1L, 16L, 256L), 8, 8200));
    assertThat(header.metadata()).isEqualTo(Map.of("format", "pt"));
    assertThat(header.dataStart()).isEqualTo(8 + json.length());
    assertThat(header.tensors().get(1).shapeText()).isEqualTo("1x16x256");
  }

  @Test
  void arraysWithoutElementsAndFilesWithoutArraysAreFine() throws IOException {
    assertThat(read(file("{}", 0)).tensors()).isEmpty();
    String empty = "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,3],\"data_offsets\":[0,0]}}";
    assertThat(read(file(empty, 0)).tensors()).hasSize(1);
  }

  @Test
  void namesMayBeEscaped() throws IOException {
    String json =
        "{\"a\\u002e\\\"\\/\\u00e9b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}";
    assertThat(read(file(json, 1)).tensors().get(0).name()).isEqualTo("a.\"/\u00e9b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\n", "\\u001b[2J", "\\u007f", "\\u0085"})
  void namesWithControlCharactersAreRefused(String control) {
    String json =
        "{\"a%sb\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}".formatted(control);
    refused(json, 1, "a control character in the name \"a?");
  }

  @Test
  void arraysHaveAtMostSixtyFourDimensions() throws IOException {
    String most = "{" + entry("a", "[" + "1,".repeat(63) + "1]", 0, 4) + "}";
    assertThat(read(file(most, 4)).tensors().get(0).shape()).hasSize(64);
    String more = "{" + entry("a", "[" + "1,".repeat(64) + "1]", 0, 4) + "}";
    refused(more, 4, "more than 64 dimensions");
  }

  /** What a terminal would print from right to left, or not at all. */
  @Test
  void charactersThatCannotBeSeenAreNotPrinted() {
    refused("{\"a\u202e\u200bb\":{}}", 0, "\"a??b\" needs");
  }

  @Test
  void lengthsAreNotBelieved() {
    refused(new byte[0], "the file has 0 bytes");
    refused(new byte[7], "the file has 7 bytes");
    byte[] nothing = {};
    refused(file(1, nothing, 0), "declared to have 1 bytes, but the file ends after 8");
    refused(file(100_000_001, nothing, 0), "more than the format's 100,000,000");
    refused(file(Long.MAX_VALUE, nothing, 0), "more than the format's");
    refused(file(-1, nothing, 0), "declared to have 18446744073709551615 bytes");
    refused(file(Long.MIN_VALUE, nothing, 0), "declared to have 9223372036854775808 bytes");
  }

  /** A file system may say that a file is larger than what can then be read of it. */
  @Test
  void aStreamThatEndsEarlyCostsNoMemory() {
    byte[] file = file(99_999_999, "{}".getBytes(StandardCharsets.UTF_8), 0);
    assertThatThrownBy(() -> SafetensorsHeader.read(new ByteArrayInputStream(file), Long.MAX_VALUE))
        .hasMessage("the file ends within the header");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|expected '{'",
        "[]|expected '{'",
        "{|expected '\"'",
        "{\"a|the header ends inside a text",
        "{\"a\":1}|expected '{'",
        "{\"a\":{}}|needs \"dtype\", \"shape\" and \"data_offsets\"",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}|needs \"dtype\", \"shape\" and \"data_offsets\"",
        "{\"a\":{\"dtype\":\"F31\"}}|there is no type \"F31\"",
        "{\"a\":{\"shape\":[-1]}}|expected a whole number from 0",
        "{\"a\":{\"shape\":[1.5]}}|expected ']'",
        "{\"a\":{\"shape\":[1e9]}}|expected ']'",
        "{\"a\":{\"shape\":[01]}}|expected a whole number from 0",
        "{\"a\":{\"shape\":[1,]}}|expected a whole number from 0",
        "{\"a\":{\"shape\":[99999999999999999999]}}|the number is too large",
        "{\"a\":{\"shape\":[[1]]}}|expected a whole number from 0",
        "{\"a\":{\"stride\":[1]}}|an array has no \"stride\"",
        "{\"a\":{\"shape\":[1],\"shape\":[1]}}|\"shape\" occurs twice",
        "{\"__metadata__\":{\"a\":1}}|expected '\"'",
        "{\"__metadata__\":{},\"__metadata__\":{}}|\"__metadata__\" occurs twice",
        "{} x|expected nothing more",
        "{\"\\x\":{}}|no escape of this kind",
        "{\"\\u12g4\":{}}|four hexadecimal digits",
        "{,}|expected '\"'",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0]}}|needs two offsets",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4,8]}}|needs two offsets",
      })
  void whatIsNotAHeaderIsRefused(String json, String reason) {
    refused(json == null ? "" : json, 0, reason);
  }

  private static String entry(String name, String shape, long begin, long end) {
    return "\"%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
        .formatted(name, shape, begin, end);
  }

  @Test
  void arraysLieSideBySideAndFillTheFile() {
    refused("{" + entry("a", "[2]", 0, 4) + "}", 4, "has 4 bytes, but 2 of F32 need 8");
    refused("{" + entry("a", "[1]", 4, 0) + "}", 4, "goes from byte 4 to byte 0");
    refused("{" + entry("a", "[1]", 0, 4) + "}", 8, "the arrays take 4 bytes, but 8 follow");
    refused("{" + entry("a", "[1]", 0, 4) + "}", 3, "the arrays take 4 bytes, but 3 follow");
    refused("{" + entry("a", "[1]", 4, 8) + "}", 8, "nothing lies between byte 0 and \"a\"");
    refused(
        "{" + entry("a", "[2]", 0, 8) + "," + entry("b", "[1]", 4, 8) + "}",
        8,
        "\"b\" begins at byte 4, inside the array before it");
    refused(
        "{" + entry("a", "[4611686018427387904,4]", 0, 0) + "}",
        0,
        "more elements than a file can hold");
    refused(
        "{" + entry("a", "[3037000500,3037000500]", 0, 4) + "}",
        4,
        "more elements than a file can hold");
  }

  @Test
  void arraysOfOneNameTwiceAreRefused() {
    refused(
        "{" + entry("a", "[1]", 0, 4) + "," + entry("a", "[1]", 4, 8) + "}",
        8,
        "\"a\" occurs twice");
  }

  @Test
  void textsThatAreNoTextAreRefused() {
    refused(file(2, new byte[] {(byte) 0xc0, (byte) 0x80}, 0), "the header is not UTF-8");
    refused("{\"a\u0001\":{}}", 0, "a control character inside a text");
  }

  @Test
  void longNamesAreShortenedAndHarmlessInMessages() {
    String name = "\\u001b".repeat(10_000);
    assertThatThrownBy(() -> read(file("{\"" + name + "\":{}}", 0)))
        .satisfies(
            thrown -> {
              assertThat(thrown.getMessage()).hasSizeLessThan(250);
              assertThat(thrown.getMessage()).doesNotContain("\u001b");
            });
  }

  @Test
  void tenMegabytesOfNestingOrOfCommasEndSoon() {
    for (String filling : List.of("{\"a\":", "[", "\"", " ", "{\"a\":{\"shape\":[")) {
      String json = filling.repeat(10_000_000 / filling.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> refused(json, 0, "the header is not as it should be"));
    }
  }

  /** Whatever the bytes, there is a header or a refusal. */
  @Test
  void noDamageBreaksTheReader() throws IOException {
    String json = "{" + entry("a", "[2,3]", 0, 24) + "," + entry("b", "[]", 24, 28) + "}";
    byte[] good = file(json, 28);
    read(good);
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = good.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        damaged[random.nextInt(8 + json.length())] = (byte) random.nextInt(128);
      }
      try (InputStream in = new ByteArrayInputStream(damaged)) {
        SafetensorsHeader header = SafetensorsHeader.read(in, damaged.length);
        assertThat(header.tensors()).hasSizeLessThanOrEqualTo(2);
      } catch (InvalidHeaderException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(15_000);
  }
}
