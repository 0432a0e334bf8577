package dev.weft.examples.speed;

import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** How many times as fast as its peers Weft is. */
final class Ratios {
  private final List<Figure> figures;

  Ratios(List<Figure> figures) {
    this.figures = figures;
  }

  List<Figure> ofWeft(Mode mode) {
    return figures.stream()
        .filter(figure -> figure.peer() == Peer.WEFT && figure.of().mode() == mode)
        .toList();
  }

  /** Whether there is any figure of a peer. */
  boolean has(Mode mode, Peer peer) {
    return figures.stream()
        .anyMatch(figure -> figure.peer() == peer && figure.of().mode() == mode);
  }

  Optional<Figure> find(Case of, Peer peer) {
    return figures.stream()
        .filter(figure -> figure.of().equals(of) && figure.peer() == peer)
        .findFirst();
  }

  /** ResNet-50 case by case, then all networks together. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (Figure weft : ofWeft(mode)) {
        if (weft.of().network() == Entrant.RESNET50) {
          single(weft).ifPresent(lines::add);
        }
      }
    }
    for (Mode mode : Mode.values()) {
      for (Peer peer : List.of(Peer.LIBTORCH, Peer.ONNX_RUNTIME, Peer.DL4J)) {
        all(mode, peer).ifPresent(lines::add);
      }
    }
    return lines;
  }

  private Optional<String> single(Figure weft) {
    List<String> parts = new ArrayList<>();
    for (Peer peer : Peer.values()) {
      if (peer.isRival()) {
        find(weft.of(), peer)
            .ifPresent(other -> parts.add(times(other.ratio()) + " x " + peer.title()));
      }
    }
    find(weft.of(), Peer.WEFT_BFLOAT16)
        .ifPresent(other -> parts.add("in bfloat16 " + times(1 / other.ratio()) + " x itself"));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(weft.of() + ": Weft is " + String.join(", ", parts) + ".");
  }

  /** Against libtorch, its better layout counts. */
  private Optional<String> all(Mode mode, Peer peer) {
    List<Figure> compared =
        ofWeft(mode).stream().filter(weft -> ratio(weft, peer).isPresent()).toList();
    if (compared.isEmpty()) {
      return Optional.empty();
    }
    double logarithms = 0;
    for (Figure weft : compared) {
      logarithms += Math.log(ratio(weft, peer).orElseThrow());
    }
    Figure least =
        compared.stream()
            .min(Comparator.comparingDouble(weft -> ratio(weft, peer).orElseThrow()))
            .orElseThrow();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s, %d %s: %s x %s in the geometric mean, least %s (%s, batch %d).",
            mode == Mode.INFERENCE ? "Inference" : "Training step",
            compared.size(),
            compared.size() == 1 ? "case" : "cases",
            times(Math.exp(logarithms / compared.size())),
            peer == Peer.LIBTORCH ? "libtorch in its better layout" : peer.title(),
            times(ratio(least, peer).orElseThrow()),
            least.of().network().title(),
            least.of().batch()));
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.2g" : "%.2f", ratio);
  }

  private OptionalDouble ratio(Figure weft, Peer peer) {
    List<Peer> layouts =
        peer == Peer.LIBTORCH ? List.of(peer, Peer.LIBTORCH_CHANNELS_LAST) : List.of(peer);
    return layouts.stream()
        .flatMap(layout -> find(weft.of(), layout).stream())
        .mapToDouble(Figure::ratio)
        .min();
  }
}
