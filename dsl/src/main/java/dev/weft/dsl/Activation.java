package dev.weft.dsl;

/** The functions without parameters that are applied to each element of a value on its own. */
public enum Activation {
  /** {@code max(0, x)} (Nair and Hinton 2010). */
  RELU("relu", true),
  /** {@code min(max(0, x), 6)} (Howard et al. 2017, "MobileNets"). */
  RELU6("relu6", true),
  /** The hyperbolic tangent. */
  TANH("tanh", true),
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID("sigmoid", true),
  /** {@code x sigmoid(x)}, also called SiLU (Ramachandran et al. 2017). */
  SWISH("swish", false),
  /** {@code x min(max(0, x + 3), 6) / 6} (Howard et al. 2019, "Searching for MobileNetV3"). */
  HARD_SWISH("hardSwish", false),
  /**
   * {@code x Phi(x)}, where {@code Phi} is the normal distribution's cumulative function (Hendrycks
   * and Gimpel 2016), exactly and not by its tanh approximation.
   */
  GELU("gelu", false);

  private final String factory;
  private final boolean derivativeFromOutput;

  Activation(String factory, boolean derivativeFromOutput) {
    this.factory = factory;
    this.derivativeFromOutput = derivativeFromOutput;
  }

  /** The function's name as its factory writes it: {@code hardSwish}. */
  public String factory() {
    return factory;
  }

  /**
   * Whether the derivative follows from the function's value, so that its input can be forgotten.
   */
  public boolean derivativeFromOutput() {
    return derivativeFromOutput;
  }
}
