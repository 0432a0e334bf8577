package dev.weft.examples.speed;

import dev.weft.examples.contestant.Peer;

/**
 * What one contestant achieved.
 *
 * @param of what was measured
 * @param peer who
 * @param seconds the least time for one batch
 * @param ofWeft the least time that Weft took in the turns with it
 * @param megabytes its peak resident memory
 */
record Figure(Case of, Peer peer, double seconds, double ofWeft, long megabytes) {
  /** How many times as fast Weft was in the same turns. */
  double ratio() {
    return seconds / ofWeft;
  }

  double imagesPerSecond() {
    return of.batch() / seconds;
  }

  /** Floating-point operations in a second, in thousand millions. */
  double gigaflops() {
    return of.operations() / seconds / 1e9;
  }
}
