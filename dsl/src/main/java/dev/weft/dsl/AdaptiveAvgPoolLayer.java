package dev.weft.dsl;

/**
 * Average pooling to a given size, whatever the input's: {@code C x H x W} to {@code C x height x
 * width}. Output row {@code i} is the average of the rows from {@code floor(i H / height)} up to
 * but without {@code ceil((i + 1) H / height)}, as in PyTorch.
 *
 * @param name the given name, or null
 * @param size height and width of the output
 */
public record AdaptiveAvgPoolLayer(String name, Extent size) implements Layer {
  /** Checks the arguments; made by {@link Layers#adaptiveAvgPool(int, int)}. */
  public AdaptiveAvgPoolLayer {
    Arguments.atLeast(1, size, "the size of the output");
  }

  @Override
  public AdaptiveAvgPoolLayer named(String name) {
    return new AdaptiveAvgPoolLayer(Arguments.name(name), size);
  }

  @Override
  public String kind() {
    return "adaptiveAvgPool";
  }
}
