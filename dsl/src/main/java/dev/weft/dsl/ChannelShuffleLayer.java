package dev.weft.dsl;

/**
 * Channels dealt out over groups, so that the next grouped convolution sees all of them: channel
 * {@code g C/groups + i} goes to {@code i groups + g} (Zhang et al. 2018, "ShuffleNet", section
 * 3.1).
 *
 * @param name the given name, or null
 * @param groups the groups of the convolution in front; they must divide the channels
 */
public record ChannelShuffleLayer(String name, int groups) implements Layer {
  /** Checks the arguments; made by {@link Layers#channelShuffle(int)}. */
  public ChannelShuffleLayer {
    Arguments.atLeast(1, groups, "the number of groups");
  }

  @Override
  public ChannelShuffleLayer named(String name) {
    return new ChannelShuffleLayer(Arguments.name(name), groups);
  }

  @Override
  public String kind() {
    return "channelShuffle";
  }
}
