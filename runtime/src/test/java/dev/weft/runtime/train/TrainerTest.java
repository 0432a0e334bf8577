package dev.weft.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.weft.dsl.Shape;
import dev.weft.runtime.data.ArrayDataset;
import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.ImagesInMemory;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.schedule.Rate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ISchedule;

class TrainerTest {
  private static final int CLASSES = 3;

  /** Points around three corners of a triangle, far enough from each other for a line. */
  private static Dataset clusters(int size) {
    Random random = new Random(5);
    float[] points = new float[2 * size];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      labels[i] = random.nextInt(CLASSES);
      double angle = 2 * Math.PI * labels[i] / CLASSES;
      points[2 * i] = (float) (Math.cos(angle) + random.nextDouble() * 0.8 - 0.4);
      points[2 * i + 1] = (float) (Math.sin(angle) + random.nextDouble() * 0.8 - 0.4);
    }
    return new ArrayDataset(Nd4j.create(points, new long[] {size, 2}, 'c'), labels);
  }

  private static Trainer trainer(LogisticRegression model, TrainOptions options) {
    return new Trainer(model, new Sgd(model.parameters(), 0.9, 1e-4), options);
  }

  @Test
  void learnsToTellThreeClustersApart() throws IOException {
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    Dataset data = clusters(300);
    TrainOptions options = TrainOptions.defaults().epochs(5).batch(16).rate(0.1);
    List<Epoch> epochs = trainer(model, options).train(data).epochs();

    assertThat(epochs).extracting(Epoch::number).containsExactly(1, 2, 3, 4, 5);
    assertThat(epochs.get(4).loss()).isLessThan(epochs.get(0).loss() / 2);
    assertThat(epochs.get(4).accuracy()).isEqualTo(1);
    Evaluation evaluation = Evaluator.evaluate(model, clusters(700));
    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.getConfusionMatrix().getActualTotal(0)).isPositive();
  }

  @Test
  void aSeedGivesTheSameWeightsToTheBit() throws IOException {
    assertThat(trained(7)).isEqualTo(trained(7)).isNotEqualTo(trained(8));
  }

  private static List<float[]> weightsOf(LogisticRegression model) {
    return List.of(model.weight.get().ravel().toFloatVector(), model.bias.get().toFloatVector());
  }

  private static String trained(long seed) throws IOException {
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    trainer(model, TrainOptions.defaults().epochs(2).batch(7).rate(0.05).seed(seed))
        .train(clusters(50));
    StringBuilder bits = new StringBuilder();
    for (float[] weights : weightsOf(model)) {
      bits.append(Arrays.toString(weights));
    }
    return bits.toString();
  }

  @Test
  void eachEpochSeesEachImageOnceInAnOrderOfItsOwn() throws IOException {
    List<Integer> seen = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    Dataset data = clusters(10);
    Dataset spy =
        new Dataset() {
          @Override
          public int size() {
            return data.size();
          }

          @Override
          public Shape imageShape() {
            return data.imageShape();
          }

          @Override
          public int label(int index) {
            return data.label(index);
          }

          @Override
          public Batch batch(int... indices) {
            sizes.add(indices.length);
            Arrays.stream(indices).forEach(seen::add);
            return data.batch(indices);
          }
        };
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    trainer(model, TrainOptions.defaults().epochs(2).batch(4)).dataThreads(1).train(spy);

    assertThat(sizes).containsExactly(4, 4, 2, 4, 4, 2);
    List<Integer> all = IntStream.range(0, 10).boxed().toList();
    assertThat(seen.subList(0, 10)).containsExactlyInAnyOrderElementsOf(all).isNotEqualTo(all);
    assertThat(seen.subList(10, 20))
        .containsExactlyInAnyOrderElementsOf(all)
        .isNotEqualTo(seen.subList(0, 10));
  }

  @Test
  void aRateOfZeroReportsTheLossOfTheFirstWeights() throws IOException {
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    List<Step> steps = new ArrayList<>();
    List<String> events = new ArrayList<>();
    TrainOptions options = TrainOptions.defaults().batch(8).rate(0);
    Dataset data = clusters(20);
    Epoch epoch =
        trainer(model, options)
            .listener(
                new TrainingListener() {
                  @Override
                  public void epochStarted(int epoch, int epochs, int images) {
                    events.add("started " + epoch + " of " + epochs + " with " + images);
                  }

                  @Override
                  public void stepDone(Step step) {
                    steps.add(step);
                  }

                  @Override
                  public void epochDone(Epoch epoch) {
                    events.add("done " + epoch.number());
                  }

                  @Override
                  public void ended() {
                    events.add("ended");
                  }
                })
            .train(data)
            .epochs()
            .get(0);

    assertThat(epoch.loss()).isCloseTo(Math.log(3), within(1e-6));
    long zeros = IntStream.range(0, 20).filter(i -> data.label(i) == 0).count();
    assertThat(epoch.accuracy()).isEqualTo(zeros / 20.0);
    assertThat(epoch.imagesPerSecond()).isCloseTo(20 / epoch.seconds(), within(1e-6));
    assertThat(steps).extracting(Step::images).containsExactly(8, 16, 20);
    assertThat(steps).extracting(Step::number).containsExactly(1, 2, 3);
    assertThat(steps.get(2).loss()).isEqualTo(epoch.loss());
    assertThat(events).containsExactly("started 1 of 1 with 20", "done 1", "ended");
  }

  @Test
  void theScheduleIsAskedByStepAndEpochFromZero() throws IOException {
    List<String> asked = new ArrayList<>();
    class Spy implements ISchedule {
      private static final long serialVersionUID = 1;

      @Override
      public double valueAt(int iteration, int epoch) {
        asked.add(iteration + "/" + epoch);
        return 0.01;
      }

      @Override
      public ISchedule clone() {
        return this;
      }
    }
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    trainer(model, TrainOptions.defaults().epochs(2).batch(4).rate(Rate.of(new Spy())))
        .train(clusters(10));
    assertThat(asked).containsExactly("0/0", "1/0", "2/0", "3/1", "4/1", "5/1");
  }

  @Test
  void aLinearRateFallsToZeroBehindTheLastStep() throws IOException {
    List<Double> rates = new ArrayList<>();
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    trainer(model, TrainOptions.defaults().linearRate(0.6).epochs(2).batch(4))
        .listener(
            new TrainingListener() {
              @Override
              public void stepDone(Step step) {
                rates.add(step.rate());
              }
            })
        .train(clusters(10));
    double[] expected = {0.6, 0.5, 0.4, 0.3, 0.2, 0.1};
    assertThat(rates).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(rates.get(i)).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void aLossThatIsNoNumberNamesEpochAndStep() {
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    List<String> events = new ArrayList<>();
    Trainer trainer =
        trainer(model, TrainOptions.defaults().epochs(3).batch(10).rate(1e38))
            .listener(
                new TrainingListener() {
                  @Override
                  public void ended() {
                    events.add("ended");
                  }
                });
    assertThatThrownBy(() -> trainer.train(clusters(30)))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching(
            "the loss is (NaN|Infinity) in epoch 1, step [23]: .*; try a learning rate below 1.0E38");
    assertThat(events).containsExactly("ended");
  }

  @Test
  void aLabelBeyondTheClassesIsFoundBeforeTheFirstStep() {
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    Dataset data = new ArrayDataset(Nd4j.zeros(4, 2), 0, 2, 3, 1);
    String message = "the label of image 2 is 3, but the network has 3 classes, 0 to 2";
    assertThatThrownBy(() -> trainer(model, TrainOptions.defaults().batch(1)).train(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThat(model.bias.get().amaxNumber().doubleValue()).isZero();
    assertThatThrownBy(() -> Evaluator.evaluate(model, data)).hasMessage(message);
  }

  @Test
  void anEmptyDataSetIsRefused() {
    Shape shape = Shape.of(1, 1, 2);
    Dataset data =
        ImageDataset.of(new ImagesInMemory("none", List.of("a"), shape, new byte[0]), shape);
    LogisticRegression model = new LogisticRegression(2, CLASSES);
    assertThatThrownBy(() -> trainer(model, TrainOptions.defaults()).train(data))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the data set has no image to train with");
  }

  @Test
  void epochsAndBatchMustBePositive() {
    assertThatThrownBy(() -> TrainOptions.defaults().epochs(0))
        .hasMessage("epochs must be at least 1, but is 0");
    assertThatThrownBy(() -> TrainOptions.defaults().batch(-1))
        .hasMessage("batch must be at least 1, but is -1");
  }

  @Test
  void theEvaluationCountsWhatThePredictionsSay() throws IOException {
    LogisticRegression model = new LogisticRegression(2, 2);
    model.weight.set(Nd4j.createFromArray(1f, 0f, 0f, 1f).reshape(2, 2));
    INDArray points = Nd4j.createFromArray(new float[][] {{3, 1}, {2, 4}, {5, 0}, {1, 2}});
    Evaluation evaluation = Evaluator.evaluate(model, new ArrayDataset(points, 0, 1, 1, 1));
    assertThat(evaluation.accuracy()).isEqualTo(0.75);
    assertThat(evaluation.getConfusionMatrix().getCount(1, 0)).isEqualTo(1);
    assertThat(evaluation.getConfusionMatrix().getCount(1, 1)).isEqualTo(2);
    assertThat(evaluation.recall(1)).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void anOutputThatIsNoNumberIsNamed() {
    LogisticRegression model = new LogisticRegression(2, 2);
    model.weight.set(Nd4j.createFromArray(1e38f, 0f, 0f, 1f).reshape(2, 2));
    INDArray points = Nd4j.createFromArray(new float[][] {{3, 1}, {2, 4}, {50, 0}, {1, 2}});
    assertThatThrownBy(() -> Evaluator.evaluate(model, new ArrayDataset(points, 0, 1, 1, 1)))
        .isInstanceOf(DivergedException.class)
        .hasMessageStartingWith("the network's output for image 2 of the test is not a number: ");
  }
}
