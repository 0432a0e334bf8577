package dev.weft.dsl;

import java.util.List;

/**
 * Branches from the same input, added element by element. Their shapes must be equal: nothing is
 * broadcast.
 *
 * @param name the given name, or null
 * @param branches the branches
 */
public record AddLayer(String name, List<Layer> branches) implements Layer {
  /** Copies the list; made by {@link Layers#add}. */
  public AddLayer {
    branches = List.copyOf(branches);
    if (branches.size() < 2) {
      throw new IllegalArgumentException(
          "add needs at least 2 branches, but has " + branches.size());
    }
  }

  @Override
  public AddLayer named(String name) {
    return new AddLayer(Arguments.name(name), branches);
  }

  @Override
  public String kind() {
    return "add";
  }

  @Override
  public List<Layer> children() {
    return branches;
  }
}
