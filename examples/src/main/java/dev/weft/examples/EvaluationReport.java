package dev.weft.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.nd4j.evaluation.classification.ConfusionMatrix;
import org.nd4j.evaluation.classification.Evaluation;

/** Prints how a network did in a test. */
final class EvaluationReport {
  /** Of many classes, a table of each and a matrix would fill pages. */
  private static final int MOST_CLASSES = 100;

  private static final int TOP = 5;
  private static final String CLASS = "class";

  private final PrintStream out;
  private final List<String> classes;
  private final int widest;

  /**
   * A report.
   *
   * @param classes their names, in the order of the labels
   */
  EvaluationReport(PrintStream out, List<String> classes) {
    this.out = out;
    this.classes = classes;
    widest = Math.max(CLASS.length(), classes.stream().mapToInt(String::length).max().orElse(0));
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
    if (classes.size() > TOP) {
      out.printf(Locale.ROOT, "among the first five %.2f %%%n", 100 * evaluation.topNAccuracy());
    }
    if (classes.size() > MOST_CLASSES) {
      return;
    }
    printClasses(evaluation);
    if (confusion) {
      printConfusion(evaluation.getConfusionMatrix());
    }
  }

  private void printClasses(Evaluation evaluation) {
    out.println();
    out.println(padded(CLASS) + "  precision  recall     f1  count");
    for (int label = 0; label < classes.size(); label++) {
      out.printf(
          Locale.ROOT,
          "%s  %9.4f  %6.4f  %5.3f  %,5d%n",
          padded(classes.get(label)),
          evaluation.precision(label),
          evaluation.recall(label),
          evaluation.f1(label),
          evaluation.getConfusionMatrix().getActualTotal(label));
    }
  }

  private String padded(String name) {
    return " ".repeat(widest - name.length()) + name;
  }

  private void printConfusion(ConfusionMatrix<Integer> matrix) {
    out.println();
    out.println("rows: the class; columns: what the network took it for, in the same order");
    for (int label = 0; label < classes.size(); label++) {
      StringBuilder row = new StringBuilder(padded(classes.get(label)));
      for (int answer = 0; answer < classes.size(); answer++) {
        row.append(String.format(Locale.ROOT, "%6d", matrix.getCount(label, answer)));
      }
      out.println(row);
    }
  }
}
