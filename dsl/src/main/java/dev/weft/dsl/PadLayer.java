package dev.weft.dsl;

/**
 * Zeros around an image: {@code C x H x W} to {@code C x (top + H + bottom) x (left + W + right)}.
 *
 * @param name the given name, or null
 * @param sides rows and columns of zeros
 */
public record PadLayer(String name, Sides sides) implements Layer {
  /** Checks the arguments; made by {@link Layers#pad(int)}. */
  public PadLayer {
    Arguments.padding(sides);
  }

  @Override
  public PadLayer named(String name) {
    return new PadLayer(Arguments.name(name), sides);
  }

  @Override
  public String kind() {
    return "pad";
  }
}
