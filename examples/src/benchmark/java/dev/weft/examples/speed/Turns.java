package dev.weft.examples.speed;

import java.io.IOException;

/** The turns of one contestant, of which the best counts. */
final class Turns {
  private static final double SECONDS_EACH = 0.25;
  private static final int MOST_CALLS = 10_000;

  private final WorkerProcess worker;
  private final int calls;
  private double best = Double.POSITIVE_INFINITY;
  private double bestOfPair = Double.POSITIVE_INFINITY;
  private double spent;

  /** Warms it up, and finds out how many calls make a turn. */
  Turns(WorkerProcess worker) throws IOException {
    this.worker = worker;
    double once = worker.run(1);
    // Short ones run often enough for the JVM to compile them before it counts.
    double warm = once < SECONDS_EACH ? worker.run(callsOf(once)) / callsOf(once) : once;
    calls = callsOf(warm);
    if (warm < SECONDS_EACH) {
      worker.run(calls);
    }
  }

  private static int callsOf(double seconds) {
    return (int) Math.max(1, Math.min(MOST_CALLS, SECONDS_EACH / seconds));
  }

  /** From now on it takes turns with another rival. */
  void startPair() {
    bestOfPair = Double.POSITIVE_INFINITY;
    spent = 0;
  }

  /** Has one more turn. */
  void take() throws IOException {
    double seconds = worker.run(calls);
    spent += seconds;
    bestOfPair = Math.min(bestOfPair, seconds / calls);
    best = Math.min(best, bestOfPair);
  }

  /** The mean of a call in the best turn, in seconds. */
  double best() {
    return best;
  }

  /** The same of the turns with the present rival. */
  double bestOfPair() {
    return bestOfPair;
  }

  /** The seconds of the turns with the present rival. */
  double spent() {
    return spent;
  }
}
