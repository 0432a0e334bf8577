package dev.weft.runtime.train;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.BatchLoader;
import dev.weft.runtime.data.Batches;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.model.Model;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Counts how a classifier classifies a data set. Where the data have several crops of each image,
 * their probabilities are averaged (Krizhevsky et al. 2012).
 */
public final class Evaluator {
  private static final int IMAGES_AT_ONCE = 256;
  private static final int TOP = 5;

  private Evaluator() {}

  /**
   * Lets a network predict every image.
   *
   * @return counts of right answers, for each class, and of right ones among the first five
   * @throws IllegalArgumentException if the data set has a label that the network lacks
   * @throws DivergedException if an output is not a number
   * @throws IOException if an image cannot be read
   */
  public static Evaluation evaluate(Model model, Dataset data) throws IOException {
    return evaluate(Classifier.of(model), data);
  }

  /** The same for any classifier. */
  public static Evaluation evaluate(Classifier classifier, Dataset data) throws IOException {
    int classes = classifier.classes();
    Scores.checkLabels(data, classes);
    List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    Evaluation evaluation = new Evaluation(names, Math.min(TOP, classes));
    int images = Math.max(1, IMAGES_AT_ONCE / data.views());
    int seen = 0;
    try (Batches batches = BatchLoader.of(data, images).inOrder().epoch(0)) {
      while (batches.hasNext()) {
        try (Batch batch = batches.next()) {
          INDArray probabilities = classifier.probabilities(batch.images());
          requireNumbers(probabilities, seen, data.views());
          count(probabilities, batch.labels(), data.views(), evaluation);
          seen += batch.labels().length;
        }
      }
    }
    return evaluation;
  }

  private static void requireNumbers(INDArray probabilities, int seen, int views) {
    double[] first = probabilities.getColumn(0).toDoubleVector();
    for (int row = 0; row < first.length; row++) {
      if (Double.isNaN(first[row])) {
        throw new DivergedException((seen + row) / views);
      }
    }
  }

  /** The part of all images that are classified rightly. */
  static double accuracy(Model model, Dataset data) throws IOException {
    return evaluate(model, data).accuracy();
  }

  private static void count(
      INDArray probabilities, int[] labels, int views, Evaluation evaluation) {
    long classes = probabilities.size(1);
    INDArray means =
        views == 1
            ? probabilities
            : probabilities
                .dup('c')
                .reshape('c', new long[] {labels.length / views, views, classes})
                .mean(1);
    INDArray wanted = Nd4j.zeros(means.shape());
    for (int i = 0; i < labels.length / views; i++) {
      wanted.putScalar(i, labels[i * views], 1);
    }
    evaluation.eval(wanted, means);
  }
}
