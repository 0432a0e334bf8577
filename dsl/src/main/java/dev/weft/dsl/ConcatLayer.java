package dev.weft.dsl;

import java.util.List;

/**
 * Branches from the same input, joined on the channels: {@code C1 x H x W} and {@code C2 x H x W}
 * make {@code (C1 + C2) x H x W}. Height and width must agree.
 *
 * @param name the given name, or null
 * @param branches the branches in order of their channels
 */
public record ConcatLayer(String name, List<Layer> branches) implements Layer {
  /** Copies the list; made by {@link Layers#concat}. */
  public ConcatLayer {
    branches = List.copyOf(branches);
    if (branches.size() < 2) {
      throw new IllegalArgumentException(
          "concat needs at least 2 branches, but has " + branches.size());
    }
  }

  @Override
  public ConcatLayer named(String name) {
    return new ConcatLayer(Arguments.name(name), branches);
  }

  @Override
  public String kind() {
    return "concat";
  }

  @Override
  public List<Layer> children() {
    return branches;
  }
}
