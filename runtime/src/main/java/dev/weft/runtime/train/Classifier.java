package dev.weft.runtime.train;

import dev.weft.runtime.model.FrozenModel;
import dev.weft.runtime.model.Model;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * What tells how probable each class is: a network that ends in logits, or several.
 *
 * <pre>{@code
 * Classifier ensemble = Classifier.average(networks.stream().map(Classifier::of).toList());
 * Evaluation evaluation = Evaluator.evaluate(ensemble, test);
 * }</pre>
 */
public interface Classifier {
  /** How many classes it tells apart. */
  int classes();

  /**
   * The probabilities of all classes.
   *
   * @param images a batch of them
   * @return {@code batch x classes}, of which each row adds up to 1
   */
  INDArray probabilities(INDArray images);

  /**
   * A network that ends in logits.
   *
   * @throws IllegalArgumentException if its output is not one number a class
   */
  static Classifier of(Model model) {
    int classes = Scores.classes(model);
    return new OfNetwork(classes, model::predict);
  }

  /** A frozen network that ends in logits, for any number of threads. */
  static Classifier of(FrozenModel model) {
    return new OfNetwork(Scores.classes(model.type().output()), model::predict);
  }

  /**
   * The mean of the probabilities of several, as AlexNet's five and GoogLeNet's seven networks were
   * averaged.
   *
   * @throws IllegalArgumentException if there is none, or they differ in their classes
   */
  static Classifier average(List<Classifier> classifiers) {
    return new Average(classifiers);
  }

  /** By a network. */
  record OfNetwork(int classes, java.util.function.UnaryOperator<INDArray> predict)
      implements Classifier {
    @Override
    public INDArray probabilities(INDArray images) {
      return Transforms.softmax(Scores.rows(predict.apply(images)), false);
    }
  }

  /** By several. */
  record Average(List<Classifier> classifiers) implements Classifier {
    /** Checks them. */
    public Average {
      classifiers = List.copyOf(classifiers);
      if (classifiers.stream().mapToInt(Classifier::classes).distinct().count() != 1) {
        throw new IllegalArgumentException(
            "an average needs networks of the same number of classes, but has "
                + classifiers.stream().map(Classifier::classes).toList());
      }
    }

    @Override
    public int classes() {
      return classifiers.get(0).classes();
    }

    @Override
    public INDArray probabilities(INDArray images) {
      INDArray sum = classifiers.get(0).probabilities(images).dup();
      for (Classifier other : classifiers.subList(1, classifiers.size())) {
        sum.addi(other.probabilities(images));
      }
      return sum.divi(classifiers.size());
    }
  }
}
