package dev.weft.processor.testing;

import static dev.weft.dsl.Layers.relu;

import dev.weft.dsl.Layer;

/** A helper that declarations in tests see as a class file only. */
public final class CompiledHelper {
  private CompiledHelper() {}

  /** A block. */
  public static Layer block() {
    return relu();
  }
}
