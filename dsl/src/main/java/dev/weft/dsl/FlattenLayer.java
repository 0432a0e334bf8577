package dev.weft.dsl;

/**
 * Turns {@code C x H x W} into a vector of {@code C * H * W} features, channel by channel.
 *
 * @param name the given name, or null
 */
public record FlattenLayer(String name) implements Layer {
  @Override
  public FlattenLayer named(String name) {
    return new FlattenLayer(Arguments.name(name));
  }

  @Override
  public String kind() {
    return "flatten";
  }
}
