package dev.weft.runtime.weights;

import dev.weft.dsl.weights.WeightsComparison;
import java.nio.file.Path;

/** Whether a file may be loaded into a network, and the message if not. */
final class Fit {
  /** Of each kind; a file that was made to do harm may have millions. */
  private static final int MOST_SHOWN = 10;

  private final Path file;
  private final String network;
  private final WeightsComparison comparison;

  Fit(Path file, String network, WeightsComparison comparison) {
    this.file = file;
    this.network = network;
    this.comparison = comparison;
  }

  void check(Strictness strictness) throws WeightsException {
    WeightsComparison common = comparison.ofCommon();
    boolean hasCommon = !comparison.common().isEmpty();
    if (strictness == Strictness.STRICT && !comparison.fits()) {
      String lenient =
          hasCommon && common.fits()
              ? "\n     or: load it with Strictness.LENIENT, which leaves what is missing as it is"
                  + " and ignores what is unexpected"
              : "";
      throw misfit(comparison, lenient);
    }
    if (strictness == Strictness.LENIENT && !common.fits()) {
      throw misfit(common, "");
    }
    if (!hasCommon && !comparison.missing().isEmpty()) {
      throw misfit(comparison, "");
    }
  }

  private WeightsException misfit(WeightsComparison misfits, String otherFix) {
    StringBuilder text =
        new StringBuilder("does not fit the network " + network + ": " + misfits.summary());
    for (WeightsComparison.Line line : misfits.lines(MOST_SHOWN)) {
      text.append("\n    %-13s%s".formatted(line.label(), line.text()));
    }
    text.append("\n    fix: ").append(misfits.fix()).append(otherFix);
    return new WeightsException(file, text.toString());
  }
}
