package dev.weft.dsl;

import java.util.Locale;

/** The functions that are applied to each element of a value on its own. */
public enum Activation {
  /** {@code max(0, x)}. */
  RELU,
  /** The hyperbolic tangent. */
  TANH,
  /** {@code 1 / (1 + exp(-x))}. */
  SIGMOID;

  /** The function's name as its factory writes it: {@code relu}. */
  public String lowerName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
