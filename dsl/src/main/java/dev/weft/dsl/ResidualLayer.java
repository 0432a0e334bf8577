package dev.weft.dsl;

import java.util.ArrayList;
import java.util.List;

/**
 * A residual block {@code then(body(x) + shortcut(x))} (He et al. 2015, "Deep Residual Learning for
 * Image Recognition"). Body and shortcut must agree in every dimension: nothing is broadcast.
 *
 * <p>The layers of the body and those after the addition are siblings, numbered in order; a
 * shortcut without a name of its own is called {@code shortcut}.
 *
 * <pre>{@code
 * residual(
 *         conv3x3(128).stride(2).noBias(), batchNorm(), relu(),
 *         conv3x3(128).noBias(), batchNorm())
 *     .project()
 *     .then(relu())
 * }</pre>
 *
 * @param name the given name, or null
 * @param body the layers on the main path
 * @param shortcut the other path
 * @param then what follows the addition, inside the block
 */
public record ResidualLayer(String name, List<Layer> body, Shortcut shortcut, List<Layer> then)
    implements Layer {

  /** Copies the lists; made by {@link Layers#residual}. */
  public ResidualLayer {
    body = List.copyOf(body);
    then = List.copyOf(then);
  }

  /** This block with a layer of its own on the shortcut. */
  public ResidualLayer shortcut(Layer layer) {
    if (layer == null) {
      throw new IllegalArgumentException("the shortcut is null in place of a layer");
    }
    return new ResidualLayer(name, body, new Shortcut.Custom(layer), then);
  }

  /**
   * This block with a 1x1 convolution without bias on the shortcut where body and input differ in
   * shape; its filters and stride follow from the body. Where they agree, the shortcut stays the
   * input as it is (option B of the paper), so that one helper serves all blocks of a stage.
   */
  public ResidualLayer project() {
    keepShortcut("project()");
    return new ResidualLayer(name, body, new Shortcut.Projection(), then);
  }

  /** This block with the parameter-free shortcut: subsampled, missing channels zero. */
  public ResidualLayer zeroPad() {
    keepShortcut("zeroPad()");
    return new ResidualLayer(name, body, new Shortcut.ZeroPad(), then);
  }

  /** A layer that was put on the shortcut is not dropped in silence. */
  private void keepShortcut(String modifier) {
    if (shortcut instanceof Shortcut.Custom) {
      throw new IllegalArgumentException(
          modifier + " and a shortcut of your own exclude each other: choose one");
    }
  }

  /** This block with layers after the addition. */
  public ResidualLayer then(Layer... layers) {
    return new ResidualLayer(name, body, shortcut, Arguments.layers(layers, "then"));
  }

  @Override
  public ResidualLayer named(String name) {
    return new ResidualLayer(Arguments.name(name), body, shortcut, then);
  }

  @Override
  public String kind() {
    return "residual";
  }

  /** The layers of the body, that of a shortcut of its own, and those after the addition. */
  @Override
  public List<Layer> children() {
    List<Layer> all = new ArrayList<>(body);
    if (shortcut instanceof Shortcut.Custom custom) {
      all.add(custom.layer());
    }
    all.addAll(then);
    return List.copyOf(all);
  }
}
