package dev.weft.dsl;

/**
 * Channels of zeros around those of the input: {@code C x H x W} to {@code (before + C + after) x H
 * x W}.
 *
 * @param name the given name, or null
 * @param before zero channels in front
 * @param after zero channels behind
 */
public record PadChannelsLayer(String name, int before, int after) implements Layer {
  /** Checks the arguments; made by {@link Layers#padChannels(int, int)}. */
  public PadChannelsLayer {
    Arguments.atLeast(0, before, "the number of channels before");
    Arguments.atLeast(0, after, "the number of channels after");
  }

  @Override
  public PadChannelsLayer named(String name) {
    return new PadChannelsLayer(Arguments.name(name), before, after);
  }

  @Override
  public String kind() {
    return "padChannels";
  }
}
