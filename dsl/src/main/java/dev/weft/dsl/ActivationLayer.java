package dev.weft.dsl;

/**
 * A function applied to each element; the shape stays.
 *
 * @param name the given name, or null
 * @param function the function
 */
public record ActivationLayer(String name, Activation function) implements Layer {
  @Override
  public ActivationLayer named(String name) {
    return new ActivationLayer(Arguments.name(name), function);
  }

  @Override
  public String kind() {
    return function.factory();
  }
}
