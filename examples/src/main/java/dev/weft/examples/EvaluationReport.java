package dev.weft.examples;

import java.io.PrintStream;
import java.util.Locale;
import org.nd4j.evaluation.classification.ConfusionMatrix;
import org.nd4j.evaluation.classification.Evaluation;

/** Prints how a network did on the test digits. */
final class EvaluationReport {
  private final PrintStream out;

  EvaluationReport(PrintStream out) {
    this.out = out;
  }

  void print(Evaluation evaluation, boolean confusion) {
    int all = evaluation.getNumRowCounter();
    int right = (int) Math.round(evaluation.accuracy() * all);
    out.println();
    out.printf(
        Locale.ROOT,
        "test accuracy %.2f %% (%,d of %,d)%n",
        100 * evaluation.accuracy(),
        right,
        all);
    out.println();
    out.println("digit  precision  recall     f1  count");
    int classes = evaluation.getConfusionMatrix().getClasses().size();
    for (int digit = 0; digit < classes; digit++) {
      out.printf(
          Locale.ROOT,
          "%5d  %9.4f  %6.4f  %5.3f  %,5d%n",
          digit,
          evaluation.precision(digit),
          evaluation.recall(digit),
          evaluation.f1(digit),
          evaluation.getConfusionMatrix().getActualTotal(digit));
    }
    if (confusion) {
      printConfusion(evaluation.getConfusionMatrix(), classes);
    }
  }

  private void printConfusion(ConfusionMatrix<Integer> matrix, int classes) {
    out.println();
    out.println("rows: the digit; columns: what the network took it for");
    for (int digit = -1; digit < classes; digit++) {
      StringBuilder row =
          new StringBuilder(digit < 0 ? "     " : String.format(Locale.ROOT, "%5d", digit));
      for (int answer = 0; answer < classes; answer++) {
        int shown = digit < 0 ? answer : matrix.getCount(digit, answer);
        row.append(String.format(Locale.ROOT, "%6d", shown));
      }
      out.println(row);
    }
  }
}
