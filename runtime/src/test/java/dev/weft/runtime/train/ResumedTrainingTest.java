package dev.weft.runtime.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.dsl.Shape;
import dev.weft.runtime.augment.Augmentation;
import dev.weft.runtime.augment.Transforms;
import dev.weft.runtime.checkpoint.CheckpointDirectory;
import dev.weft.runtime.checkpoint.CheckpointException;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.data.ImageDataset;
import dev.weft.runtime.data.ImagesInMemory;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.optimize.Decay;
import dev.weft.runtime.optimize.Optimizer;
import dev.weft.runtime.optimize.Sgd;
import dev.weft.runtime.optimize.UpdaterOptimizer;
import dev.weft.runtime.optimize.WeightAverage;
import dev.weft.runtime.schedule.Plateau;
import dev.weft.runtime.schedule.Rate;
import dev.weft.runtime.testing.Bits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;

/** A training that is stopped and resumed gives the weights of one that is not, to the bit. */
class ResumedTrainingTest {
  private static final Shape INPUT = Shape.of(1, 6, 6);
  private static final int IMAGES = 37;
  private static final int BATCH = 8;
  private static final int EPOCHS = 3;
  private static final int STEPS = 5 * EPOCHS;

  @TempDir private Path directory;

  private static Dataset images() {
    byte[] pixels = new byte[IMAGES * 64];
    new Random(3).nextBytes(pixels);
    int[] labels = new Random(4).ints(IMAGES, 0, 4).toArray();
    return ImageDataset.of(
            new ImagesInMemory(
                "noise", List.of("a", "b", "c", "d"), Shape.of(1, 8, 8), pixels, labels),
            INPUT)
        .augmented(Augmentation.of(Transforms.randomCrop(6), Transforms.randomHorizontalFlip()));
  }

  private static Model network() {
    return network(9);
  }

  private static Model network(long seed) {
    return new DroppedNetwork(ModelOptions.defaults().seed(seed));
  }

  private static TrainOptions options() {
    return TrainOptions.defaults()
        .epochs(EPOCHS)
        .batch(BATCH)
        .microBatches(2)
        .rate(Rate.cosine(0.05).warmedUp(0.5))
        .plateau(new Plateau(2, 0, 0))
        .seed(5);
  }

  private static Optimizer optimizer(Model network, boolean isAdam) {
    return isAdam
        ? new UpdaterOptimizer(network.parameters(), new Adam(), Decay.decoupled(0.01))
        : new Sgd(network.parameters(), 0.9, true, Decay.l2(1e-3));
  }

  private static Trainer trainer(Model network, boolean isAdam) {
    return new Trainer(network, optimizer(network, isAdam), options())
        .average(new WeightAverage(network.parameters(), 0.9))
        .test(images());
  }

  /** Stops after so many steps, and again after as many, until it is complete. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 7, STEPS - 1})
  void stoppedAndResumedIsAsIfItHadNotBeen(int steps) throws IOException {
    for (boolean isAdam : new boolean[] {false, true}) {
      Model straight = network(0);
      List<Epoch> expected = trainer(straight, isAdam).train(images()).epochs();
      Path run = directory.resolve("run" + isAdam);
      Model last = null;
      Training training = null;
      int starts = 0;
      while (training == null || training.end() == Training.End.STOPPED) {
        // The seed of dropout is the checkpoint's, whatever that of the network is.
        last = network(starts);
        AtomicInteger made = new AtomicInteger();
        try (CheckpointDirectory checkpoints = CheckpointDirectory.open(run, 2)) {
          Trainer trainer = trainer(last, isAdam).checkpoints(checkpoints);
          if (checkpoints.latest().isPresent()) {
            trainer.resume(checkpoints.latest().get());
          }
          training = trainer.stopWhen(() -> made.incrementAndGet() >= steps).train(images());
        }
        starts++;
      }
      assertThat(starts).isGreaterThan(1);
      assertThat(Bits.of(last.arrays())).isEqualTo(Bits.of(straight.arrays()));
      assertThat(training.epochs()).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        Epoch one = training.epochs().get(i);
        assertThat(one.loss()).isEqualTo(expected.get(i).loss());
        assertThat(one.accuracy()).isEqualTo(expected.get(i).accuracy());
        assertThat(one.testAccuracy()).isEqualTo(expected.get(i).testAccuracy());
        assertThat(one.rate()).isEqualTo(expected.get(i).rate());
      }
    }
  }

  @Test
  void checkpointsAreWrittenBetweenEpochsToo() throws IOException {
    List<String> written = new ArrayList<>();
    Model network = network();
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 9)) {
      trainer(network, false)
          .checkpoints(checkpoints)
          .checkpointEvery(2)
          .listener(
              new TrainingListener() {
                @Override
                public void checkpointWritten(Path checkpoint) {
                  written.add(checkpoint.getFileName().toString().replaceAll(".*-0*", ""));
                }
              })
          .train(images());
    }
    assertThat(written).containsExactly("2", "4", "5", "6", "8", "10", "12", "14", "15");
  }

  @Test
  void aDirectoryOfATrainingThatCameFurtherIsRefused() throws IOException {
    Model network = network();
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      Trainer trainer = trainer(network, false).checkpoints(checkpoints);
      trainer.train(images());
      Map<String, List<Double>> before = Bits.of(network.arrays());
      assertThatThrownBy(() -> trainer.train(images()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("step-0000000015` is of a training that came further");
      assertThat(Bits.of(network.arrays())).isEqualTo(before);
    }
  }

  @Test
  void anEpochIsKeptWhateverListenersDo() throws IOException {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void epochDone(Epoch epoch) {
            throw new IllegalStateException("a listener");
          }
        };
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      Trainer trainer = trainer(network(), false).checkpoints(checkpoints).listener(failing);
      assertThatThrownBy(() -> trainer.train(images())).hasMessage("a listener");
      assertThat(checkpoints.latest().orElseThrow().directory()).hasFileName("step-0000000005");
    }
  }

  @Test
  void aTrainingWithOtherOptionsIsRefused() throws IOException {
    Model network = network();
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      trainer(network, false).checkpoints(checkpoints).train(images());
      Model other = network();
      Trainer trainer =
          new Trainer(other, optimizer(other, false), options().batch(9))
              .resume(checkpoints.latest().orElseThrow());
      Map<String, List<Double>> before = Bits.of(other.arrays());
      assertThatThrownBy(() -> trainer.train(images()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("is of a training with batch 8, but this one has 9");
      Trainer withAdam =
          new Trainer(other, optimizer(other, true), options())
              .average(new WeightAverage(other.parameters(), 0.9))
              .resume(checkpoints.latest().orElseThrow());
      assertThatThrownBy(() -> withAdam.train(images()))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("was made with other options");
      assertThat(Bits.of(other.arrays())).isEqualTo(before);
    }
  }

  /**
   * The gradients of the parts of a batch add up to its own, where nothing depends on the batch.
   */
  @Test
  void microBatchesMakeTheStepsOfWholeOnes() throws IOException {
    LogisticRegression whole = new LogisticRegression(36, 4);
    LogisticRegression inParts = new LogisticRegression(36, 4);
    Dataset data = new FlatImages(images());
    TrainOptions options = TrainOptions.defaults().epochs(2).batch(8).rate(0.1);
    new Trainer(whole, new Sgd(whole.parameters(), 0.9, 0), options).train(data);
    new Trainer(inParts, new Sgd(inParts.parameters(), 0.9, 0), options.microBatches(3))
        .train(data);
    assertThat(inParts.weight.get().sub(whole.weight.get()).amaxNumber().doubleValue())
        .isLessThan(1e-6 * whole.weight.get().amaxNumber().doubleValue());
  }

  @Test
  void withoutProgressItEnds() throws IOException {
    LogisticRegression model = new LogisticRegression(36, 4);
    TrainOptions options = TrainOptions.defaults().epochs(9).rate(0).patience(2);
    Training training =
        new Trainer(model, new Sgd(model.parameters(), 0, 0), options)
            .train(new FlatImages(images()));
    assertThat(training.end()).isEqualTo(Training.End.NO_PROGRESS);
    assertThat(training.epochs()).hasSize(3);
  }
}
