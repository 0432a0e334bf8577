package dev.weft.examples.speed;

import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a peer computes what Weft does: the outputs of inference; the losses of two training
 * steps, of which the second shows that the first changed the weights alike. Where a network drops
 * values at random, its losses cannot be compared, nor the second with another kind of momentum.
 */
final class Agreement {
  private static final double TOLERANCE = 1e-3;

  /**
   * Of how far a step brings the loss. A value that two contestants round to different sides of a
   * rectifier's kink changes the gradients of all in front of it.
   */
  private static final double TOLERANCE_OF_STEP = 5e-2;

  private final Case of;
  private final Peer peer;

  private Agreement(Case of, Peer peer) {
    this.of = of;
    this.peer = peer;
  }

  /**
   * Compares what the two computed first.
   *
   * @throws DeviationException if they differ; the message names case, peer and difference
   */
  static void check(Case of, Peer peer, double[] weft, double[] other) {
    Agreement agreement = new Agreement(of, peer);
    for (double value : other) {
      if (!Double.isFinite(value)) {
        throw agreement.deviates("computes " + value);
      }
    }
    if (other.length != weft.length) {
      throw agreement.deviates("computes " + other.length + " numbers, Weft " + weft.length);
    }
    if (of.mode() == Mode.INFERENCE) {
      agreement.checkOutputs(weft, other);
    } else if (of.isDeterministic()) {
      agreement.checkLosses(weft, other);
    }
  }

  private void checkOutputs(double[] weft, double[] other) {
    double largest = Arrays.stream(weft).map(Math::abs).max().orElse(0);
    for (int i = 0; i < weft.length; i++) {
      checkClose("output", weft[i], other[i], peer.coarseness() * TOLERANCE * largest);
    }
  }

  private void checkLosses(double[] weft, double[] other) {
    double rounding = peer.coarseness() * TOLERANCE * weft[0];
    checkClose("loss", weft[0], other[0], rounding);
    if (peer.hasClassicalMomentum()) {
      double step = Math.abs(weft[1] - weft[0]);
      checkClose("second loss", weft[1], other[1], rounding + TOLERANCE_OF_STEP * step);
    }
  }

  private void checkClose(String what, double weft, double other, double tolerance) {
    // The comparison is also false for what is not a number.
    if (!(Math.abs(weft - other) <= tolerance)) {
      throw deviates(
          String.format(
              Locale.ROOT,
              "has the %s %.6g, Weft %.6g, and the tolerance is %.2g",
              what,
              other,
              weft,
              tolerance));
    }
  }

  private DeviationException deviates(String how) {
    return new DeviationException(of + ": " + peer.title() + " " + how);
  }
}
