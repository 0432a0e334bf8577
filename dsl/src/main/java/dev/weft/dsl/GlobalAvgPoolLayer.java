package dev.weft.dsl;

/**
 * The average of each channel: {@code C x H x W} to {@code C x 1 x 1} (Lin et al. 2013, "Network In
 * Network", section 3.2).
 *
 * @param name the given name, or null
 */
public record GlobalAvgPoolLayer(String name) implements Layer {
  @Override
  public GlobalAvgPoolLayer named(String name) {
    return new GlobalAvgPoolLayer(Arguments.name(name));
  }

  @Override
  public String kind() {
    return "globalAvgPool";
  }
}
