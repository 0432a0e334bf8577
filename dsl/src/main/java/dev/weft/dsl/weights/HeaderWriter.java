package dev.weft.dsl.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the header of a safetensors file. */
public final class HeaderWriter {
  private static final int ALIGNMENT = 8;

  private HeaderWriter() {}

  /**
   * The first bytes of a file, its length and its JSON. They are a multiple of eight, filled up
   * with spaces, so that whoever maps the file finds numbers where the processor wants them.
   *
   * <pre>{@code
   * var bias = new TensorEntry("fc.bias", TensorType.F32, List.of(10L), 0, 40);
   * byte[] header = HeaderWriter.bytes(List.of(bias), Map.of("format", "pt"));
   * }</pre>
   *
   * @param tensors the arrays, in the order in which they follow
   * @param metadata free texts; readers of PyTorch's weights look for {@code format}
   */
  public static byte[] bytes(Collection<TensorEntry> tensors, Map<String, String> metadata) {
    StringBuilder json = new StringBuilder("{" + quoted(HeaderParser.METADATA) + ":{");
    json.append(
        metadata.entrySet().stream()
            .map(text -> quoted(text.getKey()) + ":" + quoted(text.getValue()))
            .collect(Collectors.joining(",")));
    json.append('}');
    tensors.forEach(tensor -> json.append(',').append(entry(tensor)));
    byte[] text = json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    int length = (text.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(length).put(text);
    while (header.hasRemaining()) {
      header.put((byte) ' ');
    }
    return header.array();
  }

  private static String entry(TensorEntry tensor) {
    return "%s:{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}"
        .formatted(
            quoted(tensor.name()),
            tensor.type(),
            numbers(tensor.shape()),
            numbers(List.of(tensor.begin(), tensor.end())));
  }

  private static String numbers(List<Long> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
