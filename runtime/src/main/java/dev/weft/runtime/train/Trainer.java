package dev.weft.runtime.train;

import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.SideOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Trains a network: shuffles the data in each epoch and makes a step a batch. The same seeds give
 * the same weights, to the bit, on the same machine and thread count. Of a network with auxiliary
 * heads, the loss is that of the output plus that of each side output, for the same labels, times
 * its weight.
 *
 * <pre>{@code
 * var sgd = new Sgd(network.parameters(), 0.9, 5e-4);
 * var trainer = new Trainer(network, sgd, TrainOptions.defaults())
 *     .listener(ProgressDisplay.onStandardOutput());
 * List<Epoch> epochs = trainer.train(digits);
 * }</pre>
 */
public final class Trainer {
  private final Model model;
  private final Optimizer optimizer;
  private final TrainOptions options;
  private final List<TrainingListener> listeners = new ArrayList<>();
  private Loss loss = new SoftmaxCrossEntropy();

  /** A trainer that makes the softmax cross-entropy small. */
  public Trainer(Model model, Optimizer optimizer, TrainOptions options) {
    this.model = Objects.requireNonNull(model, "the network is null");
    this.optimizer = Objects.requireNonNull(optimizer, "the optimizer is null");
    this.options = Objects.requireNonNull(options, "the options are null");
  }

  /** Sets another loss. */
  public Trainer loss(Loss loss) {
    this.loss = loss;
    return this;
  }

  /** Adds a listener. */
  public Trainer listener(TrainingListener listener) {
    listeners.add(listener);
    return this;
  }

  /**
   * Trains for all epochs of the options.
   *
   * @throws IllegalArgumentException if the data set is empty or has a label that the network lacks
   * @throws DivergedException if the loss is not a number
   */
  public List<Epoch> train(Dataset data) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("the data set has no image to train with");
    }
    Scores.checkLabels(data, Scores.classes(model));
    int[] order = new int[data.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(options.seed());
    int steps = Math.multiplyExact(options.epochs(), options.stepsPerEpoch(data.size()));
    ISchedule rate = options.schedule().apply(steps);
    List<Epoch> epochs = new ArrayList<>();
    try {
      for (int number = 1; number <= options.epochs(); number++) {
        shuffle(order, random);
        Epoch epoch = trainEpoch(number, data, order, rate);
        epochs.add(epoch);
        listeners.forEach(listener -> listener.epochDone(epoch));
      }
    } finally {
      listeners.forEach(TrainingListener::ended);
    }
    return epochs;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int moved = order[i];
      order[i] = order[other];
      order[other] = moved;
    }
  }

  private Epoch trainEpoch(int number, Dataset data, int[] order, ISchedule schedule) {
    int size = order.length;
    int steps = options.stepsPerEpoch(size);
    int stepsBefore = (number - 1) * steps;
    long start = System.nanoTime();
    double lossSum = 0;
    int right = 0;
    listeners.forEach(listener -> listener.epochStarted(number, options.epochs(), size));
    for (int step = 1; step <= steps; step++) {
      double rate = schedule.valueAt(stepsBefore + step - 1, number - 1);
      int from = (step - 1) * options.batch();
      int to = (int) Math.min(size, (long) from + options.batch());
      Outcome outcome = step(data, Arrays.copyOfRange(order, from, to), rate);
      if (!Double.isFinite(outcome.loss())) {
        throw new DivergedException(outcome.loss(), number, step, rate, outcome.cause());
      }
      lossSum += outcome.loss() * (to - from);
      right += outcome.right();
      Step done = new Step(step, to, lossSum / to, (double) right / to, rate);
      listeners.forEach(listener -> listener.stepDone(done));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Epoch(number, lossSum / size, (double) right / size, size / seconds, seconds);
  }

  /**
   * What came of a step.
   *
   * @param right the number of right answers before the weights changed
   * @param cause why the loss is no number, if it is none and that can be told
   */
  private record Outcome(double loss, int right, Optional<Divergence.Cause> cause) {}

  private Outcome step(Dataset data, int[] indices, double rate) {
    try (Batch batch = data.batch(indices)) {
      INDArray output = model.forward(batch.images());
      Loss.Result result = loss.of(output, batch.labels());
      double total = result.value();
      List<INDArray> sideGradients = new ArrayList<>();
      for (SideOutput side : model.sideOutputs()) {
        Loss.Result sideResult = loss.of(side.values(), batch.labels());
        total += side.weight() * sideResult.value();
        sideGradients.add(sideResult.gradient().mul(side.weight()));
      }
      if (!Double.isFinite(total)) {
        return new Outcome(total, 0, Divergence.of(model, batch.images(), indices, output));
      }
      model.backward(result.gradient(), sideGradients.toArray(INDArray[]::new));
      optimizer.step(rate);
      return new Outcome(total, right(output, batch.labels()), Optional.empty());
    }
  }

  private static int right(INDArray output, int[] labels) {
    int[] answers = Scores.best(output);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += answers[i] == labels[i] ? 1 : 0;
    }
    return right;
  }
}
