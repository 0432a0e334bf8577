package dev.weft.dsl;

/**
 * Channels as pixels: {@code (C factor^2) x H x W} to {@code C x (H factor) x (W factor)} (Shi et
 * al. 2016, "Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel
 * Convolutional Neural Network", equation 4).
 *
 * @param name the given name, or null
 * @param factor by how much height and width grow
 */
public record PixelShuffleLayer(String name, int factor) implements Layer {
  /** Checks the arguments; made by {@link Layers#pixelShuffle(int)}. */
  public PixelShuffleLayer {
    Arguments.between(1, Arguments.MOST_PIXELS, factor, "the factor");
  }

  @Override
  public PixelShuffleLayer named(String name) {
    return new PixelShuffleLayer(Arguments.name(name), factor);
  }

  @Override
  public String kind() {
    return "pixelShuffle";
  }
}
