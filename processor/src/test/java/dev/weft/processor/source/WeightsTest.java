package dev.weft.processor.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.testing.Build;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of weights: where they are found, and what is said of those that do not fit. */
final class WeightsTest {
  private static final String FC_8_BY_10 =
      "{\"fc.weight\":{\"dtype\":\"F32\",\"shape\":[10,8],\"data_offsets\":[0,320]},"
          + "\"fc.bias\":{\"dtype\":\"F32\",\"shape\":[10],\"data_offsets\":[320,360]}}";

  @TempDir private Path directory;

  private static byte[] file(String json, int dataBytes) {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataBytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(text.length)
        .put(text)
        .array();
  }

  private void put(String path, byte[] bytes) throws IOException {
    Path file = directory.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static Build net(Build build, String weights) {
    return build.write(
        "nets/Net.java",
        "@Network(input = 8)\n@Weights(%s)\ninterface Net { @Dense(10) Layer fc(); }\n"
            .formatted(weights));
  }

  private List<String> errors(String weights) {
    return net(Build.in(directory), weights).compile("nets/Net.java").errors();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/nets/net.safetensors",
        "src/net.safetensors",
        "resources/nets/net.safetensors",
        "resources/net.safetensors",
        "classes/nets/net.safetensors",
        "classes/net.safetensors",
      })
  void aFileIsFoundWhereResourcesAre(String path) throws IOException {
    put(path, file(FC_8_BY_10, 360));
    assertThat(errors("\"net.safetensors\"")).isEmpty();
    put(path, file("{}", 0));
    assertThat(errors("\"net.safetensors\"")).hasSize(1);
  }

  @Test
  void namesAreNotComparedBehindAMistakeThatLosesOne() throws IOException {
    put("resources/net.safetensors", file(FC_8_BY_10, 360));
    Build build =
        Build.in(directory)
            .write(
                "nets/Net.java",
                "@Network(input = 8) @Weights(\"net.safetensors\") @Output(11) interface Net {"
                    + " default Layer all() { return sequential(dense(10).named(\"f-c\")); } }");
    assertThat(build.compile("nets/Net.java").errors())
        .satisfiesExactly(
            first -> assertThat(first).contains("[weft:output-mismatch]"),
            second -> assertThat(second).contains("[weft:invalid-argument]"));
  }

  @Test
  void aFileIsFoundInAFolderBelow() throws IOException {
    put("resources/weights/net.safetensors", file(FC_8_BY_10, 360));
    assertThat(errors("\"weights/net.safetensors\"")).isEmpty();
  }

  @Test
  void aFileIsFoundInAJar() throws IOException {
    put("library/nets/net.safetensors", file(FC_8_BY_10, 360));
    Build build = Build.in(directory);
    Path jar = build.jar("weights.jar", directory.resolve("library"), Map.of());
    assertThat(net(build.after(jar), "\"net.safetensors\"").compile("nets/Net.java").errors())
        .isEmpty();
    put("library/nets/net.safetensors", file(FC_8_BY_10, 361));
    build.jar("weights.jar", directory.resolve("library"), Map.of());
    assertThat(build.compile("nets/Net.java").errors().get(0))
        .contains("the arrays take 360 bytes, but 361 follow the header");
  }

  @Test
  void eclipsesCompilerFindsItToo() throws IOException {
    put("resources/net.safetensors", file("{}", 0));
    Build build = Build.in(directory).withEclipse();
    List<String> errors = net(build, "\"net.safetensors\"").compile("nets/Net.java").errors();
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).contains("[weft:weights-mismatch]").contains("2 missing");
  }

  @Test
  void whatDoesNotFitIsListedAtTheName() throws IOException {
    put(
        "src/nets/net.safetensors",
        file(
            "{\"fc.wieght\":{\"dtype\":\"F32\",\"shape\":[10,8],\"data_offsets\":[0,320]},"
                + "\"fc.bias\":{\"dtype\":\"I64\",\"shape\":[10],\"data_offsets\":[320,400]}}",
            400));
    List<String> errors = errors("\"net.safetensors\"");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).lines())
        .containsExactly(
            "Net.java:6:10: [weft:weights-mismatch] `net.safetensors` does not fit the network:"
                + " 1 missing, 1 unexpected, 1 of another type",
            "    missing      fc.weight of 10x8, the file's nearest is fc.wieght (Net.java:7)",
            "    unexpected   fc.wieght of 10x8, the network's nearest is fc.weight",
            "    type         fc.bias is I64, but must be floating point (Net.java:7)",
            "    fix: name the stages and layers as the file does, or take the file that fits");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"other.safetensors\"",
        "\"\"",
        "\"/\"",
        "\"..\"",
        "\"../..\"",
        "\"a\\u0000b\"",
        "\"nets\"",
        "\"https://example.org/x\"",
        "\"C:\\\\x\"",
        "\"*?|<>\"",
      })
  void aFileThatIsNotThereIsAnError(String name) throws IOException {
    put("resources/net.safetensors", file(FC_8_BY_10, 360));
    List<String> errors = errors(name);
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0))
        .startsWith("Net.java:6:10: [weft:weights-unreadable] there is no file `")
        .contains("fix: put it beside the source, into src/main/resources, or on the class path");
  }

  @Test
  void aFileOfAnotherKindIsAnError() throws IOException {
    put(
        "resources/net.safetensors",
        "PK\u0003\u0004 not what it says".getBytes(StandardCharsets.US_ASCII));
    List<String> errors = errors("\"net.safetensors\"");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0))
        .startsWith(
            "Net.java:6:10: [weft:weights-unreadable] `net.safetensors` is no safetensors file: the"
                + " header is declared to have ");
    put("resources/net.safetensors", new byte[0]);
    assertThat(errors("\"net.safetensors\"").get(0)).contains("the file has 0 bytes");
  }

  @Test
  void anotherPromiseIsCheckedAllTheSame() throws IOException {
    put("resources/net.safetensors", file("{", 0));
    assertThat(errors("\"net.safetensors\") @Output(9")).hasSize(2);
  }
}
