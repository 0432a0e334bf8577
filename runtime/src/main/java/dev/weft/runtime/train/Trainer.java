package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.CheckpointDirectory;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.layer.BatchTooSmallException;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.optimize.GradientClip;
import dev.weft.runtime.optimize.Optimizer;
import dev.weft.runtime.optimize.WeightAverage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * Trains a network: shuffles and augments the data in each epoch and makes a step a batch. The same
 * seeds give the same weights, to the bit, on the same machine and thread count, even if the
 * training was stopped and resumed on the way. Of a network with auxiliary heads, the loss is that
 * of the output plus that of each side output, for the same labels, times its weight.
 *
 * <pre>{@code
 * var sgd = new Sgd(network.parameters(), 0.9, 5e-4);
 * var trainer = new Trainer(network, sgd, TrainOptions.defaults().epochs(10))
 *     .test(testDigits)
 *     .listener(ProgressDisplay.onStandardOutput());
 * List<Epoch> epochs = trainer.train(digits).epochs();
 * }</pre>
 */
public final class Trainer {
  final Model model;
  final Optimizer optimizer;
  final TrainOptions options;
  final List<TrainingListener> listeners = new ArrayList<>();
  Loss loss = new SoftmaxCrossEntropy();
  Optional<Dataset> test = Optional.empty();
  Optional<GradientClip> clip = Optional.empty();
  Optional<WeightAverage> average = Optional.empty();
  Optional<CheckpointDirectory> checkpoints = Optional.empty();
  int stepsBetweenCheckpoints = Integer.MAX_VALUE;
  OptionalInt threads = OptionalInt.empty();
  BooleanSupplier stop = () -> false;
  final Map<String, Object> notes = new LinkedHashMap<>();
  private Optional<Checkpoint> resumed = Optional.empty();

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

  /** Tests with these data after each epoch. */
  public Trainer test(Dataset data) {
    test = Optional.of(data);
    return this;
  }

  /** Bounds the gradients before each step. */
  public Trainer clip(GradientClip bound) {
    clip = Optional.of(bound);
    return this;
  }

  /** Takes each step's weights into an average, and tests with that. */
  public Trainer average(WeightAverage weights) {
    average = Optional.of(weights);
    return this;
  }

  /** Writes a checkpoint after each epoch, and when it is stopped. */
  public Trainer checkpoints(CheckpointDirectory directory) {
    checkpoints = Optional.of(directory);
    return this;
  }

  /** Writes a checkpoint after every so many steps, too. */
  public Trainer checkpointEvery(int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "the steps between two checkpoints must be at least 1, but are " + steps);
    }
    stepsBetweenCheckpoints = steps;
    return this;
  }

  /** Lets each checkpoint hold something more, of texts, numbers, lists and maps. */
  public Trainer note(String name, Object value) {
    notes.put(name, value);
    return this;
  }

  /** Goes on where a checkpoint was written, with network and optimizer as they were then. */
  public Trainer resume(Checkpoint checkpoint) {
    resumed = Optional.of(checkpoint);
    return this;
  }

  /** Reads and augments images with so many threads besides the one that trains. */
  public Trainer dataThreads(int number) {
    threads = OptionalInt.of(number);
    return this;
  }

  /** Asks behind each step whether to stop. */
  public Trainer stopWhen(BooleanSupplier wanted) {
    stop = wanted;
    return this;
  }

  /**
   * Trains for all epochs of the options.
   *
   * @throws IllegalArgumentException if a data set is empty or has a label that the network lacks
   * @throws BatchTooSmallException if a pass would have a single image, as the last of an epoch, on
   *     which a batch normalisation cannot train
   * @throws DivergedException if the loss is not a number
   * @throws IOException if an image cannot be read or a checkpoint not be written or resumed
   */
  public Training train(Dataset data) throws IOException {
    int classes = Scores.classes(model);
    requireImages(data, "train");
    Scores.checkLabels(data, classes);
    if (test.isPresent()) {
      requireImages(test.get(), "test");
      Scores.checkLabels(test.get(), classes);
    }
    new LoneImage(data.size(), options.batch(), options.microBatches()).require(model);
    Run run = new Run(this, data);
    if (resumed.isPresent()) {
      run.resume(resumed.get());
    }
    try {
      return run.toTheEnd();
    } finally {
      listeners.forEach(TrainingListener::ended);
    }
  }

  private static void requireImages(Dataset data, String purpose) {
    if (data.size() == 0) {
      throw new IllegalArgumentException("the data set has no image to " + purpose + " with");
    }
  }
}
