package dev.weft.runtime.train;

/** Changes the parameters it was made for by the gradients of the last backward pass. */
public interface Optimizer {
  /** Makes one step of the given learning rate. */
  void step(double rate);
}
