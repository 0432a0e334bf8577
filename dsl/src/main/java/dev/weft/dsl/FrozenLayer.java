package dev.weft.dsl;

import java.util.List;

/**
 * A layer, or a block of layers, that training leaves as it is, such as a trained backbone under a
 * new head (Yosinski et al. 2014, "How transferable are features in deep neural networks?").
 *
 * <p>Training computes it as inference does: batch normalisations use their running statistics and
 * leave them as they are, dropouts do nothing, and auxiliary heads are not there. Its parameters
 * have no gradients, so that nothing of it is computed backward unless something in front of it is
 * trained. They keep the names that they would have without it.
 *
 * <pre>{@code
 * default Layer backbone() { return frozen(network(ResNet18.class).until("fc")); }
 * default Layer head()     { return dense(2); }
 * }</pre>
 *
 * @param name the given name, or null
 * @param layer what is left as it is
 */
public record FrozenLayer(String name, Layer layer) implements Layer {
  /** Made by {@link Layers#frozen}. */
  public FrozenLayer {
    Arguments.notNull(layer, "what is frozen");
  }

  /** A layer under the name that it has. */
  public static FrozenLayer of(Layer layer) {
    Arguments.notNull(layer, "what is frozen");
    return new FrozenLayer(layer.name(), layer);
  }

  @Override
  public FrozenLayer named(String name) {
    return new FrozenLayer(Arguments.name(name), layer);
  }

  @Override
  public String kind() {
    return "frozen";
  }

  @Override
  public List<Layer> children() {
    return List.of(layer);
  }
}
