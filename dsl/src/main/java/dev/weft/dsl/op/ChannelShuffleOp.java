package dev.weft.dsl.op;

import dev.weft.dsl.Shape;
import java.util.List;

/**
 * Channels dealt out over groups; see {@link dev.weft.dsl.ChannelShuffleLayer}.
 *
 * @param groups the groups, which divide the channels
 */
public record ChannelShuffleOp(int groups) implements Op {
  @Override
  public Shape output(List<Shape> inputs) {
    return inputs.get(0);
  }

  @Override
  public String describe() {
    return "channelShuffle, " + groups + " groups";
  }

  @Override
  public String kind() {
    return "channelShuffle";
  }
}
