package dev.weft.dsl;

import java.util.function.IntFunction;

/**
 * A layer that is made from the number of its input's channels (or a vector's features), once that
 * is known: what halves, expands or squeezes the channels needs no count kept by hand.
 *
 * <pre>{@code
 * withChannels(in -> conv1x1(in / 2).noBias())    // the transition of a DenseNet
 * }</pre>
 *
 * <p>It stands for what it makes, under the name that either of them has.
 *
 * @param name the given name, or null
 * @param layer makes the layer; null stands for one that cannot be read, which is reported
 *     elsewhere
 */
public record WithChannelsLayer(String name, IntFunction<? extends Layer> layer) implements Layer {
  @Override
  public WithChannelsLayer named(String name) {
    return new WithChannelsLayer(Arguments.name(name), layer);
  }

  @Override
  public String kind() {
    return "withChannels";
  }
}
