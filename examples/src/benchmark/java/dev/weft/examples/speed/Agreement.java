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

  private Agreement() {}

  /**
   * Compares what the two computed first.
   *
   * @throws DeviationException if they differ; the message names case, peer and difference
   */
  static void check(Case of, Peer peer, double[] weft, double[] other) {
    for (double value : other) {
      if (!Double.isFinite(value)) {
        throw new DeviationException(of + ": " + peer.title() + " computes " + value);
      }
    }
    if (!of.isDeterministic()) {
      return;
    }
    int compared = of.mode() == Mode.INFERENCE || peer.hasClassicalMomentum() ? weft.length : 1;
    if (other.length != weft.length) {
      throw new DeviationException(
          of + ": " + peer.title() + " computes " + other.length + " numbers, Weft " + weft.length);
    }
    double largest = Arrays.stream(weft).map(Math::abs).max().orElse(0);
    double difference = 0;
    for (int i = 0; i < compared; i++) {
      difference = Math.max(difference, Math.abs(weft[i] - other[i]));
    }
    // Also true of a difference that is not a number.
    if (!(difference <= TOLERANCE * largest)) {
      throw new DeviationException(
          String.format(
              Locale.ROOT,
              "%s: %s differs from Weft by %.2g, where the largest number is %.2g",
              of,
              peer.title(),
              difference,
              largest));
    }
  }
}
