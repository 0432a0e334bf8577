package dev.weft.runtime.train;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.model.Model;
import java.util.stream.IntStream;
import org.nd4j.evaluation.classification.Evaluation;

/** Counts how a network classifies a data set. */
public final class Evaluator {
  private static final int BATCH = 256;

  private Evaluator() {}

  /**
   * Lets the network predict every image.
   *
   * @throws IllegalArgumentException if the data set has a label that the network lacks
   */
  public static Evaluation evaluate(Model model, Dataset data) {
    int classes = Scores.classes(model);
    Scores.checkLabels(data, classes);
    Evaluation evaluation = new Evaluation(classes);
    for (int from = 0; from < data.size(); from += BATCH) {
      int to = Math.min(data.size(), from + BATCH);
      try (Batch batch = data.batch(IntStream.range(from, to).toArray())) {
        int[] answers = Scores.best(model.predict(batch.images()));
        for (int i = 0; i < answers.length; i++) {
          evaluation.eval(answers[i], batch.labels()[i]);
        }
      }
    }
    return evaluation;
  }
}
