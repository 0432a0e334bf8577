package dev.weft.dsl.weights;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses the JSON of a safetensors header, and no other: an object of entries, each of which has a
 * type, a shape and two offsets. It knows what must come next, so it never recurses, and a key
 * twice, a fraction or anything left over is refused.
 */
final class HeaderParser {
  static final String METADATA = "__metadata__";

  /** As many as NumPy and PyTorch know; more would only take memory. */
  private static final int MOST_DIMENSIONS = 64;

  /** What a header says, in its own order. */
  record Parsed(List<TensorEntry> tensors, Map<String, String> metadata) {}

  private final JsonScanner json;
  private final List<TensorEntry> tensors = new ArrayList<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();

  HeaderParser(String text) {
    this.json = new JsonScanner(text);
  }

  Parsed parse() throws InvalidHeaderException {
    object(
        key -> {
          if (key.equals(METADATA)) {
            object(name -> metadata.put(name, json.string()));
          } else {
            tensors.add(entry(key));
          }
        });
    json.end();
    return new Parsed(tensors, metadata);
  }

  /** What to do with the value that follows a key. */
  private interface Member {
    void read(String key) throws InvalidHeaderException;
  }

  private void object(Member member) throws InvalidHeaderException {
    Set<String> keys = new HashSet<>();
    json.expect('{');
    if (json.take('}')) {
      return;
    }
    do {
      String key = json.string();
      if (!keys.add(key)) {
        throw json.error("\"" + Texts.shortened(key) + "\" occurs twice");
      }
      json.expect(':');
      member.read(key);
    } while (json.take(','));
    json.expect('}');
  }

  private TensorEntry entry(String name) throws InvalidHeaderException {
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw json.error("a control character in the name \"" + Texts.shortened(name) + "\"");
    }
    EntryFields fields = new EntryFields();
    object(
        key -> {
          switch (key) {
            case "dtype" -> fields.type = type(json.string());
            case "shape" -> fields.shape = numbers();
            case "data_offsets" -> fields.offsets = numbers();
            default -> throw json.error("an array has no \"" + Texts.shortened(key) + "\"");
          }
        });
    if (fields.type == null || fields.shape == null || fields.offsets == null) {
      throw json.error(
          "\"" + Texts.shortened(name) + "\" needs \"dtype\", \"shape\" and \"data_offsets\"");
    }
    if (fields.offsets.size() != 2) {
      throw json.error("\"" + Texts.shortened(name) + "\" needs two offsets");
    }
    return new TensorEntry(
        name, fields.type, fields.shape, fields.offsets.get(0), fields.offsets.get(1));
  }

  /** What is known so far of an entry, whose keys come in any order. */
  private static final class EntryFields {
    private TensorType type;
    private List<Long> shape;
    private List<Long> offsets;
  }

  private TensorType type(String name) throws InvalidHeaderException {
    return TensorType.of(name)
        .orElseThrow(() -> json.error("there is no type \"" + Texts.shortened(name) + "\""));
  }

  private List<Long> numbers() throws InvalidHeaderException {
    List<Long> numbers = new ArrayList<>();
    json.expect('[');
    if (json.take(']')) {
      return numbers;
    }
    do {
      if (numbers.size() == MOST_DIMENSIONS) {
        throw json.error("more than " + MOST_DIMENSIONS + " dimensions");
      }
      numbers.add(json.number());
    } while (json.take(','));
    json.expect(']');
    return numbers;
  }
}
