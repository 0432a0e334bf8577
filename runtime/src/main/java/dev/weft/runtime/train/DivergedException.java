package dev.weft.runtime.train;

import java.util.Optional;

/**
 * The loss, or an output in a test, is no longer a number; the network's weights are of no use any
 * more. The message names where the first value came from that is not finite: an image, a
 * parameter, or a layer, with the line of its declaration.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Probabilities that are not numbers, as running statistics may overflow where the loss does not.
   *
   * @param image counted from 0
   */
  DivergedException(int image) {
    super(
        "the network's output for image "
            + image
            + " of the test is not a number: parameters or running statistics are too large, or"
            + " none; train at a lower learning rate, or load other weights");
  }

  /**
   * What is not a number, though no loss is known that shows it.
   *
   * @param failed the step or the epoch
   */
  DivergedException(String failed, double rate, Divergence.Cause cause) {
    super(failed + " failed: " + cause.text() + advice(rate, Optional.of(cause)));
  }

  /**
   * A loss that is not a number.
   *
   * @param cause where that comes from, if it is known
   */
  DivergedException(
      double loss, int epoch, int step, double rate, Optional<Divergence.Cause> cause) {
    super(
        "the loss is "
            + loss
            + " in epoch "
            + epoch
            + ", step "
            + step
            + cause.map(known -> ": " + known.text()).orElse("")
            + advice(rate, cause));
  }

  private static String advice(double rate, Optional<Divergence.Cause> cause) {
    if (cause.isEmpty()) {
      return "; try a learning rate below "
          + rate
          + ", or look for values in the data that are not numbers";
    }
    return cause.get().isOfTraining() ? "; try a learning rate below " + rate : "";
  }
}
