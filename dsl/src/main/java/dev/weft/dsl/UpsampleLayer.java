package dev.weft.dsl;

/**
 * Each pixel {@code factor} times in both directions (nearest neighbour): {@code C x H x W} to
 * {@code C x (H factor) x (W factor)}.
 *
 * @param name the given name, or null
 * @param factor copies of a pixel in each direction
 */
public record UpsampleLayer(String name, int factor) implements Layer {
  /** Checks the arguments; made by {@link Layers#upsample(int)}. */
  public UpsampleLayer {
    Arguments.between(1, Arguments.MOST_PIXELS, factor, "the factor");
  }

  @Override
  public UpsampleLayer named(String name) {
    return new UpsampleLayer(Arguments.name(name), factor);
  }

  @Override
  public String kind() {
    return "upsample";
  }
}
