package dev.weft.examples.speed;

import dev.weft.examples.contestant.Peer;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Weft and its peers at one case. Weft takes turns with each peer: Weft, peer, Weft, peer. The best
 * turn of each counts, and with it a moment in which the machine was all theirs.
 */
final class Match {
  /** After as many seconds in turns no more than {@link #FEWEST_ROUNDS} are played. */
  private static final double SECONDS = 8;

  private static final int FEWEST_ROUNDS = 2;

  private final Settings settings;
  private final PrintStream out;

  Match(Settings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Measures a case.
   *
   * @return a figure for Weft, and one for each peer that can express the network
   * @throws DeviationException if a peer computes something else
   */
  List<Figure> play(Case of, List<Peer> peers) throws IOException {
    List<Figure> figures = new ArrayList<>();
    try (WorkerProcess weft = WorkerProcess.start(settings, Peer.WEFT, of)) {
      Turns turns = new Turns(weft);
      for (Peer peer : peers) {
        if (peer.canDo(of.mode())) {
          play(of, weft, turns, peer, figures);
        }
      }
      if (figures.isEmpty()) {
        rounds(turns, turns);
      }
      figures.add(0, new Figure(of, Peer.WEFT, turns.best(), turns.best(), weft.peakMegabytes()));
    }
    return figures;
  }

  private void play(
      Case of, WorkerProcess weft, Turns weftTurns, Peer peer, List<Figure> figures)
      throws IOException {
    try (WorkerProcess other = WorkerProcess.start(settings, peer, of)) {
      if (other.unsupported() != null) {
        out.println(of + ": " + other.unsupported());
        return;
      }
      Agreement.check(of, peer, weft.first(), other.first());
      Turns turns = new Turns(other);
      rounds(weftTurns, turns);
      figures.add(
          new Figure(
              of, peer, turns.best(), weftTurns.bestOfPair(), other.peakMegabytes()));
    }
  }

  private void rounds(Turns weft, Turns other) throws IOException {
    weft.startPair();
    for (int round = 0; round < settings.rounds(); round++) {
      boolean isLong = weft.spent() + other.spent() > SECONDS;
      if (isLong && round >= FEWEST_ROUNDS) {
        return;
      }
      weft.take();
      other.take();
    }
  }
}
