package dev.weft.examples.contestant;

/** One that computes a network for one batch. */
public interface Contestant {
  /** Computes the output, which is what is timed. */
  void predict();

  /** Computes the output once more, and returns it: images x classes. */
  float[] output();

  /** Makes a whole training step: forward, loss, backward, optimiser. Returns the loss before it. */
  double step();
}
