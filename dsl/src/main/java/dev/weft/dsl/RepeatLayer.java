package dev.weft.dsl;

import java.util.List;

/**
 * What {@link Layers#repeat} made: layers applied one after the other, which count as siblings of
 * those around the {@code repeat}.
 *
 * @param name the given name, or null
 * @param layers the layers in order
 */
public record RepeatLayer(String name, List<Layer> layers) implements Layer {
  /** Copies the list; made by {@link Layers#repeat}. */
  public RepeatLayer {
    layers = List.copyOf(layers);
  }

  @Override
  public RepeatLayer named(String name) {
    return new RepeatLayer(Arguments.name(name), layers);
  }

  @Override
  public String kind() {
    return "repeat";
  }

  @Override
  public List<Layer> children() {
    return layers;
  }
}
