package dev.weft.dsl;

/** How the weights of a convolution or a dense layer are drawn before training. */
public enum Init {
  /**
   * Normal with deviation {@code sqrt(2 / fanIn)}, made for rectified activations (He et al. 2015,
   * "Delving Deep into Rectifiers", equation 10).
   */
  HE,
  /**
   * Uniform in {@code ±sqrt(6 / (fanIn + fanOut))}, made for tanh and sigmoid (Glorot and Bengio
   * 2010, "Understanding the difficulty of training deep feedforward neural networks", equation
   * 16).
   */
  XAVIER
}
