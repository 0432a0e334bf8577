package dev.weft.dsl;

/**
 * An image without its border: {@code C x H x W} to {@code C x (H - top - bottom) x (W - left -
 * right)}, at least one pixel each.
 *
 * @param name the given name, or null
 * @param sides rows and columns cut off
 */
public record CropLayer(String name, Sides sides) implements Layer {
  /** Checks the arguments; made by {@link Layers#crop(int)}. */
  public CropLayer {
    Arguments.sides(sides, "the border to crop");
  }

  @Override
  public CropLayer named(String name) {
    return new CropLayer(Arguments.name(name), sides);
  }

  @Override
  public String kind() {
    return "crop";
  }
}
