package dev.weft.dsl;

/**
 * Passes its input on unchanged.
 *
 * @param name the given name, or null
 */
public record IdentityLayer(String name) implements Layer {
  @Override
  public IdentityLayer named(String name) {
    return new IdentityLayer(Arguments.name(name));
  }

  @Override
  public String kind() {
    return "identity";
  }
}
