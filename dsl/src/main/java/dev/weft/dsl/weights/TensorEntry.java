package dev.weft.dsl.weights;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One array of a safetensors file.
 *
 * @param name its name, as PyTorch's {@code state_dict} has it
 * @param type the type of its elements
 * @param shape its dimensions, outermost first; none for a single number
 * @param begin where its first byte lies, counted from the first byte behind the header
 * @param end where its last byte lies, plus one
 */
public record TensorEntry(String name, TensorType type, List<Long> shape, long begin, long end) {
  /** Copies the list. */
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** The shape as in running text: {@code 64x3x7x7}. */
  public String shapeText() {
    return shapeText(shape);
  }

  static String shapeText(List<Long> shape) {
    return shape.isEmpty()
        ? "a single number"
        : shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  /** Where no other array's bytes may lie and whose length follows from type and shape. */
  void check() throws InvalidHeaderException {
    if (begin < 0 || end < begin) {
      throw new InvalidHeaderException(
          "\"%s\" goes from byte %d to byte %d".formatted(shownName(), begin, end));
    }
    if (bytes() != end - begin) {
      throw new InvalidHeaderException(
          "\"%s\" has %d bytes, but %s of %s need %d"
              .formatted(shownName(), end - begin, shapeText(), type, bytes()));
    }
  }

  private long bytes() throws InvalidHeaderException {
    try {
      long bytes = type.bytes();
      for (long dim : shape) {
        bytes = Math.multiplyExact(bytes, dim);
      }
      return bytes;
    } catch (ArithmeticException overflow) {
      throw new InvalidHeaderException(
          "\"" + shownName() + "\" has more elements than a file can hold");
    }
  }

  /** The name as messages show it: shortened if it is not one that a person would give. */
  public String shownName() {
    return Texts.shortened(name);
  }
}
