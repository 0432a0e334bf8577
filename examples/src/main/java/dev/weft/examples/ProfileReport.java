package dev.weft.examples;

import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.tensor.DataType;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The profile of a network as text: a line a layer, a column for each pass, and the total. */
final class ProfileReport {
  private static final String NOTHING = "-";

  private final NetworkType<?> type;
  private final DataType numbers;
  private final Work.Mode mode;
  private final int batch;
  private final int runs;
  private final double peak;
  private final List<Work.Pass> passes;

  /**
   * A report.
   *
   * @param numbers in which the network computed
   * @param peak the machine's fastest, in floating-point operations a second
   */
  ProfileReport(NetworkType<?> type, WorkOptions options, DataType numbers, int runs, double peak) {
    this.type = type;
    this.numbers = numbers;
    this.mode = options.mode();
    this.batch = options.batch();
    this.runs = runs;
    this.peak = peak;
    this.passes =
        mode == Work.Mode.INFERENCE
            ? List.of(Work.Pass.FORWARD)
            : List.of(Work.Pass.FORWARD, Work.Pass.BACKWARD);
  }

  /**
   * Prints the report.
   *
   * @param whole the seconds of the fastest run as a whole
   */
  void print(LayerTimes times, double whole, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s, %s in %s, batch %d; the fastest of %d runs; this machine multiplies matrices at %,.0f"
            + " GFLOP/s%n%n",
        Networks.name(type),
        mode.name().toLowerCase(Locale.ROOT),
        numbers.name().toLowerCase(Locale.ROOT),
        batch,
        runs,
        peak / 1e9);
    table(times).print(out);
    out.printf(
        Locale.ROOT,
        "%nthe total adds up the fastest of each layer; the fastest run as a whole, with its images"
            + " copied in and its output out, took %s: %,.1f images/s%n",
        milliseconds(whole),
        batch / whole);
  }

  private TextTable table(LayerTimes times) {
    List<String> headings = new ArrayList<>(List.of("layer", "declared"));
    for (Work.Pass pass : passes) {
      headings.addAll(List.of(" " + pass.name().toLowerCase(Locale.ROOT), " GFLOP/s", " of peak"));
    }
    headings.add("computed by");
    TextTable table = new TextTable(headings.toArray(String[]::new));
    Map<String, String> places = type.places();
    for (LayerTimes.Layer layer : times.layers()) {
      String place = places.getOrDefault(layer.parts().get(0).name(), "");
      table.add(row(layer, place));
    }
    table.add(total(times));
    return table;
  }

  private String[] row(LayerTimes.Layer layer, String place) {
    List<String> cells = new ArrayList<>(List.of(layer.name(), place));
    List<String> implementations = new ArrayList<>();
    for (Work.Pass pass : passes) {
      LayerTimes.Cost cost = layer.in(pass);
      if (cost.isKnown()) {
        addCosts(cost.seconds(), cost.operations(), cells);
        implementations.add(cost.implementation());
      } else {
        cells.addAll(List.of(NOTHING, NOTHING, NOTHING));
      }
    }
    cells.add(String.join("; ", implementations.stream().distinct().toList()));
    return cells.toArray(String[]::new);
  }

  private String[] total(LayerTimes times) {
    List<String> cells = new ArrayList<>(List.of("total", ""));
    for (Work.Pass pass : passes) {
      double seconds = 0;
      double operations = 0;
      for (LayerTimes.Layer layer : times.layers()) {
        if (layer.in(pass).isKnown()) {
          seconds += layer.in(pass).seconds();
          operations += layer.in(pass).operations();
        }
      }
      addCosts(seconds, operations, cells);
    }
    cells.add("");
    return cells.toArray(String[]::new);
  }

  private void addCosts(double seconds, double operations, List<String> cells) {
    cells.add(milliseconds(seconds));
    if (operations == 0) {
      cells.addAll(List.of(NOTHING, NOTHING));
    } else {
      double speed = operations / seconds;
      cells.add(String.format(Locale.ROOT, "%,.0f", speed / 1e9));
      cells.add(String.format(Locale.ROOT, "%.0f %%", 100 * speed / peak));
    }
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%,.3f ms", 1e3 * seconds);
  }
}
