package dev.weft.dsl;

/** What a residual block adds to the output of its body. */
public sealed interface Shortcut {
  /** The block's input as it is; the shapes must be equal. */
  record Identity() implements Shortcut {}

  /**
   * The block's input after a layer.
   *
   * @param layer a layer or a block of layers
   */
  record Custom(Layer layer) implements Shortcut {}

  /**
   * The block's input, after a 1x1 convolution without bias that matches the body's channels and
   * stride where these differ from the input's (He et al. 2015, "Deep Residual Learning", equation
   * 2 and option B).
   */
  record Projection() implements Shortcut {}

  /**
   * The block's input without parameters: every stride-th pixel, and zeros for the missing channels
   * (He et al. 2015, option A).
   */
  record ZeroPad() implements Shortcut {}
}
