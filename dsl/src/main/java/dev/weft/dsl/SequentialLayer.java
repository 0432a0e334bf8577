package dev.weft.dsl;

import java.util.List;

/**
 * Layers applied one after the other. A {@code repeat} among them counts as if its layers stood
 * there themselves.
 *
 * @param name the given name, or null
 * @param layers the layers in order
 */
public record SequentialLayer(String name, List<Layer> layers) implements Layer {
  /** Copies the list; made by {@link Layers#sequential}. */
  public SequentialLayer {
    layers = List.copyOf(layers);
  }

  @Override
  public SequentialLayer named(String name) {
    return new SequentialLayer(Arguments.name(name), layers);
  }

  @Override
  public String kind() {
    return "sequential";
  }

  @Override
  public List<Layer> children() {
    return layers;
  }
}
