package dev.weft.runtime.train;

/** The loss is no longer a number; the network's weights are of no use any more. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DivergedException(double loss, int epoch, int step, double rate) {
    super(
        "the loss is "
            + loss
            + " in epoch "
            + epoch
            + ", step "
            + step
            + "; try a learning rate below "
            + rate
            + ", or look for values in the data that are not numbers");
  }
}
