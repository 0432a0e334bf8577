package dev.weft.dsl;

import java.util.List;

/**
 * The input times what the gate makes of it (squeeze-and-excitation: Hu et al. 2018, equation 4).
 * The gate yields one factor a channel, {@code C x 1 x 1} or {@code C}, or one an element. Here,
 * and only here, one factor serves all pixels of a channel: elsewhere nothing broadcasts.
 *
 * <pre>{@code
 * scaleBy(globalAvgPool(), conv1x1(8), swish(), conv1x1(32), sigmoid())
 * }</pre>
 *
 * @param name the given name, or null
 * @param gate the layers that make the factors from the input
 */
public record ScaleByLayer(String name, List<Layer> gate) implements Layer {
  /** Copies the list; made by {@link Layers#scaleBy}. */
  public ScaleByLayer {
    gate = List.copyOf(gate);
  }

  @Override
  public ScaleByLayer named(String name) {
    return new ScaleByLayer(Arguments.name(name), gate);
  }

  @Override
  public String kind() {
    return "scaleBy";
  }

  @Override
  public List<Layer> children() {
    return gate;
  }
}
