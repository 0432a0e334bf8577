package dev.weft.runtime.weights;

import dev.weft.dsl.weights.WeightsComparison;
import java.nio.file.Path;

/** Whether a file may be loaded into a network, and the message if not. */
final class Fit {
  /** Of each kind; a file that was made to do harm may have millions. */
  private static final int MOST_SHOWN = 10;

  private final Path file;
  private final String target;
  private final WeightsComparison comparison;

  /**
   * @param target what the file is for: {@code the network Net}
   */
  Fit(Path file, String target, WeightsComparison comparison) {
    this.file = file;
    this.target = target;
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
      throw misfit(comparison, fix() + lenient);
    }
    if (strictness == Strictness.LENIENT && !common.fits()) {
      throw misfit(
          common,
          common.fix()
              + "\n     or: give those layers names of their own, which Strictness.LENIENT leaves as"
              + " they are");
    }
    if (!hasCommon && !comparison.missing().isEmpty()) {
      throw misfit(comparison, fix());
    }
  }

  private String fix() {
    return comparison
        .block()
        .map(block -> "load it into the block that it is of, loadWeights(file, \"" + block + "\")")
        .orElseGet(comparison::fix);
  }

  /** A file of a whole network may have more than a block, which ends before one of its stages. */
  void checkBlock() throws WeightsException {
    if (!comparison.missing().isEmpty() || !comparison.ofCommon().fits()) {
      throw misfit(comparison, comparison.fix());
    }
  }

  private WeightsException misfit(WeightsComparison misfits, String fix) {
    StringBuilder text = new StringBuilder("does not fit " + target + ": " + misfits.summary());
    for (WeightsComparison.Line line : misfits.lines(MOST_SHOWN)) {
      text.append("\n    %-13s%s".formatted(line.label(), line.text()));
    }
    text.append("\n    fix: ").append(fix);
    return new WeightsException(file, text.toString(), comparison.block());
  }
}
