package dev.weft.examples.speed;

import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.Peer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** All that was measured, as Markdown. */
final class Tables {
  private final Machine machine;
  private final List<Figure> figures;
  private final List<Peer> peers;
  private final List<String> extras;
  private final Ratios ratios;

  /** For figures of Weft and these peers. */
  Tables(Machine machine, List<Figure> figures, List<Peer> peers, List<String> extras) {
    this.machine = machine;
    this.figures = figures;
    this.peers = peers;
    this.extras = extras;
    this.ratios = new Ratios(figures);
  }

  /** A figure in one line. */
  static String line(Figure figure) {
    return String.format(
        Locale.ROOT,
        "%s: %s %,.1f images/s, %,.0f GFLOP/s, %,d MB",
        figure.of(),
        figure.peer().title(),
        figure.imagesPerSecond(),
        figure.gigaflops(),
        figure.megabytes());
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Measured on %s, which multiplies matrices at %,.0f GFLOP/s (oneDNN's `matmul`).",
            machine.description(),
            machine.gigaflops()));
    for (Mode mode : Mode.values()) {
      if (figures.stream().anyMatch(figure -> figure.of().mode() == mode)) {
        lines.addAll(table(title(mode), mode, this::speed));
      }
    }
    for (Mode mode : Mode.values()) {
      if (figures.stream().anyMatch(figure -> figure.of().mode() == mode)) {
        lines.addAll(table("Peak resident memory, " + mode + ", MB", mode, Tables::memory));
      }
    }
    lines.add("");
    ratios.lines().forEach(line -> lines.add("* " + line));
    extras.forEach(line -> lines.add("* " + line));
    return String.join("\n", lines) + "\n";
  }

  private static String title(Mode mode) {
    return mode == Mode.INFERENCE
        ? "Inference, images/s (share of that peak)"
        : "Training step, images/s (share of that peak)";
  }

  private List<String> table(String title, Mode mode, Function<Figure, String> cell) {
    List<Peer> columns = new ArrayList<>(List.of(Peer.WEFT));
    peers.stream().filter(peer -> ratios.has(mode, peer)).forEach(columns::add);
    List<String> lines = new ArrayList<>(List.of("", "**" + title + "**", ""));
    StringBuilder head = new StringBuilder("| network | batch |");
    StringBuilder rule = new StringBuilder("|---|--:|");
    columns.forEach(peer -> head.append(' ').append(peer.title()).append(" |"));
    columns.forEach(peer -> rule.append("--:|"));
    lines.add(head.toString());
    lines.add(rule.toString());
    for (Figure weft : ratios.ofWeft(mode)) {
      StringBuilder row =
          new StringBuilder("| " + weft.of().network().title() + " | " + weft.of().batch() + " |");
      for (Peer peer : columns) {
        Optional<Figure> figure = ratios.find(weft.of(), peer);
        row.append(' ').append(figure.map(cell).orElse("-")).append(" |");
      }
      lines.add(row.toString());
    }
    return lines;
  }

  private String speed(Figure figure) {
    double share = 100 * figure.gigaflops() / machine.gigaflops();
    String format = figure.imagesPerSecond() < 100 ? "%,.1f (%.0f %%)" : "%,.0f (%.0f %%)";
    return String.format(Locale.ROOT, format, figure.imagesPerSecond(), share);
  }

  private static String memory(Figure figure) {
    return String.format(Locale.ROOT, "%,d", figure.megabytes());
  }
}
