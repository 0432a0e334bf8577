package dev.weft.examples.contestant;

import java.util.Locale;

/** What is measured. */
public enum Mode {
  /** The output alone. */
  INFERENCE(1),
  /** A training step: forward, loss, backward, optimiser. */
  TRAINING(3);

  private final int passes;

  Mode(int passes) {
    this.passes = passes;
  }

  /**
   * How many times the multiply-adds of the forward pass it takes: the gradients of weights and of
   * inputs take as many each.
   */
  public int passes() {
    return passes;
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
