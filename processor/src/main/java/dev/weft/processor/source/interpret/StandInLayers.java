package dev.weft.processor.source.interpret;

import dev.weft.dsl.ChannelShuffleLayer;
import dev.weft.dsl.DropPathLayer;
import dev.weft.dsl.DropoutLayer;
import dev.weft.dsl.GroupNormLayer;
import dev.weft.dsl.Layers;
import dev.weft.dsl.LocalResponseNormLayer;

/**
 * Layers in place of those whose value is refused, where they need one and it has no say in shapes.
 */
public final class StandInLayers {
  private static final double PROBABILITY = 0.5;

  private StandInLayers() {}

  /** A dropout of any probability. */
  public static DropoutLayer dropout() {
    return Layers.dropout(PROBABILITY);
  }

  /** A dropped path of any probability. */
  public static DropPathLayer dropPath() {
    return Layers.dropPath(PROBABILITY);
  }

  /** A group normalisation of as many groups as divide any number of channels. */
  public static GroupNormLayer groupNorm() {
    return Layers.groupNorm(1);
  }

  /** A local response normalisation of any size. */
  public static LocalResponseNormLayer localResponseNorm() {
    return Layers.localResponseNorm(1);
  }

  /** A shuffle of as many groups as divide any number of channels. */
  public static ChannelShuffleLayer channelShuffle() {
    return Layers.channelShuffle(1);
  }
}
