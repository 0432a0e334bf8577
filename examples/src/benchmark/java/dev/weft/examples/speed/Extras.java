package dev.weft.examples.speed;

import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is asked of single networks besides. */
final class Extras {
  private static final int DIGITS = 60_000;
  private static final int DIGITS_AT_ONCE = 64;
  private static final int EPOCHS = 3;
  private static final int STARTS = 3;

  private Extras() {}

  /** The lines of a network, a contestant each. */
  static List<String> of(Entrant network, Settings settings, List<Peer> peers) throws IOException {
    return switch (network) {
      case LENET5 -> epochs(settings, peers);
      case RESNET18 -> firstPredictions(settings, peers);
      default -> List.of();
    };
  }

  /** An epoch of digits, on images that are there: what reading them takes does not count. */
  private static List<String> epochs(Settings settings, List<Peer> peers) throws IOException {
    Case of = new Case(Entrant.LENET5, DIGITS_AT_ONCE, Mode.TRAINING);
    int steps = (DIGITS + DIGITS_AT_ONCE - 1) / DIGITS_AT_ONCE;
    List<WorkerProcess> workers = new ArrayList<>();
    try {
      List<Peer> all = withWeft(of, peers);
      double[] best = new double[all.size()];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      for (Peer peer : all) {
        workers.add(WorkerProcess.start(settings, peer, of));
      }
      for (int epoch = 0; epoch < EPOCHS; epoch++) {
        for (int i = 0; i < best.length; i++) {
          WorkerProcess worker = workers.get(i);
          best[i] = worker.unsupported() == null ? Math.min(best[i], worker.run(steps)) : best[i];
        }
      }
      return epochsLine(all, best);
    } finally {
      for (WorkerProcess worker : workers) {
        worker.close();
      }
    }
  }

  private static List<String> epochsLine(List<Peer> all, double... best) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      add(all.get(i), best[i], parts);
    }
    return List.of(
        "An epoch of 60,000 digits with LeNet-5 at batch 64: " + String.join("; ", parts) + ".");
  }

  /** From the start of a process to what it computed first, all files in the system's cache. */
  private static List<String> firstPredictions(Settings settings, List<Peer> peers)
      throws IOException {
    Case of = new Case(Entrant.RESNET18, 1, Mode.INFERENCE);
    List<String> parts = new ArrayList<>();
    for (Peer peer : withWeft(of, peers)) {
      double best = Double.POSITIVE_INFINITY;
      for (int i = 0; i < STARTS; i++) {
        try (WorkerProcess worker = WorkerProcess.start(settings, peer, of)) {
          best = worker.unsupported() == null ? Math.min(best, worker.secondsToFirst()) : best;
        }
      }
      add(peer, best, parts);
    }
    return List.of(
        "From the start of the JVM to the first prediction of ResNet-18, its weights read from a"
            + " file: "
            + String.join("; ", parts)
            + ".");
  }

  /** Adds a time, unless the peer cannot do it. */
  private static void add(Peer peer, double seconds, List<String> parts) {
    if (Double.isFinite(seconds)) {
      parts.add(String.format(Locale.ROOT, "%s %.1f s", peer.title(), seconds));
    }
  }

  private static List<Peer> withWeft(Case of, List<Peer> peers) {
    List<Peer> all = new ArrayList<>(List.of(Peer.WEFT));
    peers.stream().filter(peer -> peer.canDo(of.mode())).forEach(all::add);
    return all;
  }
}
