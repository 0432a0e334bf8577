package dev.weft.dsl;

/**
 * A shape that the author counts on at this place. It computes nothing; another shape is an error.
 *
 * <pre>{@code
 * sequential(conv7x7(64).stride(2), maxPool(3).stride(2).padding(1), expect(64, 56, 56))
 * }</pre>
 *
 * @param name the given name, or null
 * @param shape the shape without the batch
 */
public record ExpectLayer(String name, Shape shape) implements Layer {
  /** Checks the shape; made by {@link Layers#expect(int...)}. */
  public ExpectLayer {
    if (!shape.isKnown()) {
      throw new IllegalArgumentException("a dimension must be at least 1, but is -1");
    }
  }

  @Override
  public ExpectLayer named(String name) {
    return new ExpectLayer(Arguments.name(name), shape);
  }

  @Override
  public String kind() {
    return "expect";
  }
}
