package dev.weft.dsl;

import java.util.Optional;

/**
 * One stage of a network.
 *
 * @param name the method's name
 * @param layer what it declares, or null if it could not be read: what follows then has an unknown
 *     input and its own mistakes are still found
 * @param input where it takes its input from; the stage before it unless given
 */
public record Stage(String name, Layer layer, Optional<StageInput> input) {
  /** A stage that follows the one before it. */
  public Stage(String name, Layer layer) {
    this(name, layer, Optional.empty());
  }
}
