package dev.weft.examples.networks;

import dev.weft.dsl.Layer;
import dev.weft.dsl.Network;
import dev.weft.dsl.annotation.Conv;
import dev.weft.dsl.annotation.Dense;

/** Networks that classify no square images, grey or coloured. */
public final class Unclassified {
  private Unclassified() {}

  /** Takes a vector. */
  @Network(input = {784})
  public interface Vector {
    @Dense(10)
    Layer fc();
  }

  /** Takes images that are wider than high. */
  @Network(input = {3, 32, 64})
  public interface Wide {
    @Dense(10)
    Layer fc();
  }

  /** Takes images of four channels. */
  @Network(input = {4, 32, 32})
  public interface FourChannels {
    @Dense(10)
    Layer fc();
  }

  /** Puts out a map for each of two classes. */
  @Network(input = {3, 32, 32})
  public interface Maps {
    @Conv(filters = 2, kernel = 3, padding = 1)
    Layer scores();
  }
}
