package dev.weft.dsl;

/**
 * {@code x} where it is positive, else {@code slope x} (Maas et al. 2013).
 *
 * @param name the given name, or null
 * @param slope the slope below zero, above 0
 */
public record LeakyReluLayer(String name, double slope) implements Layer {
  /** Checks the arguments; made by {@link Layers#leakyRelu()}. */
  public LeakyReluLayer {
    Arguments.positive(slope, "the slope");
  }

  @Override
  public LeakyReluLayer named(String name) {
    return new LeakyReluLayer(Arguments.name(name), slope);
  }

  @Override
  public String kind() {
    return "leakyRelu";
  }
}
