package dev.weft.dsl.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Headers byte by byte, as the format describes them. */
class HeaderWriterTest {
  private static final Map<String, String> FORMAT = Map.of("format", "pt");

  @Test
  void aHeaderIsItsLengthAndJsonFilledUpToEightBytes() {
    TensorEntry entry = new TensorEntry("ab", TensorType.F32, List.of(2L, 3L), 0, 24);
    String json =
        "{\"__metadata__\":{\"format\":\"pt\"},"
            + "\"ab\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}";
    assertThat(json).hasSize(89);
    byte[] header = HeaderWriter.bytes(List.of(entry), FORMAT);
    assertThat(header).hasSize(8 + 96).startsWith(96, 0, 0, 0, 0, 0, 0, 0);
    assertThat(new String(header, 8, 96, StandardCharsets.UTF_8)).isEqualTo(json + " ".repeat(7));
  }

  @Test
  void whatIsSpecialInJsonIsEscaped() throws IOException {
    String name = "a\"\\b\u00e9";
    TensorEntry entry = new TensorEntry(name, TensorType.F64, List.of(), 0, 8);
    byte[] header = HeaderWriter.bytes(List.of(entry), Map.of("note", "two\nlines"));
    assertThat(new String(header, StandardCharsets.UTF_8))
        .contains("\"a\\\"\\\\b\u00e9\":{")
        .contains("\"two\\u000alines\"");
    SafetensorsHeader read =
        SafetensorsHeader.read(new ByteArrayInputStream(header), header.length + 8);
    assertThat(read.tensors()).containsExactly(entry);
    assertThat(read.metadata()).containsEntry("note", "two\nlines");
  }

  @Test
  void dataBeginsAtAMultipleOfEight() {
    for (int letters = 1; letters <= 8; letters++) {
      TensorEntry entry = new TensorEntry("a".repeat(letters), TensorType.F32, List.of(), 0, 4);
      assertThat(HeaderWriter.bytes(List.of(entry), FORMAT).length % 8).isZero();
    }
  }
}
