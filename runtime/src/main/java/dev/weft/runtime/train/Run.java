package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.data.Batch;
import dev.weft.runtime.data.BatchLoader;
import dev.weft.runtime.data.Batches;
import dev.weft.runtime.data.Dataset;
import dev.weft.runtime.schedule.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One training of a trainer's, from its start or a checkpoint to its end. */
final class Run {
  private final Trainer trainer;
  private final TrainOptions options;
  private final Dataset data;
  private final BatchLoader loader;
  private final StepMaker steps;
  private final Keeper keeper;
  private RunState state = new RunState();
  private Optional<Path> lastCheckpoint = Optional.empty();

  Run(Trainer trainer, Dataset data) {
    this.trainer = trainer;
    this.data = data;
    options = trainer.options;
    BatchLoader plain = BatchLoader.of(data, options.batch()).seed(options.seed());
    loader = trainer.threads.isPresent() ? plain.threads(trainer.threads.getAsInt()) : plain;
    steps = new StepMaker(trainer);
    keeper = new Keeper(trainer, data.size());
  }

  void resume(Checkpoint checkpoint) throws IOException {
    state = keeper.read(checkpoint);
    lastCheckpoint = Optional.of(checkpoint.directory());
  }

  Training toTheEnd() throws IOException {
    if (trainer.checkpoints.isPresent()) {
      trainer.checkpoints.get().requireNoneBehind(state.step);
    }
    while (state.epochs.size() < options.epochs()) {
      if (hasNoPatience()) {
        return end(Training.End.NO_PROGRESS);
      }
      if (!makesEpoch()) {
        return end(Training.End.STOPPED);
      }
    }
    return end(Training.End.COMPLETE);
  }

  private boolean hasNoPatience() {
    return options.patience().isPresent() && state.sinceBest() >= options.patience().getAsInt();
  }

  private Training end(Training.End end) {
    return new Training(List.copyOf(state.epochs), end, lastCheckpoint);
  }

  /** Makes an epoch, or what is left of it; false if it was asked to stop before the end. */
  private boolean makesEpoch() throws IOException {
    int number = state.epochs.size() + 1;
    trainer.listeners.forEach(
        listener -> listener.epochStarted(number, options.epochs(), data.size()));
    try (Batches batches = loader.epoch(number - 1, state.stepOfEpoch)) {
      while (batches.hasNext()) {
        makeStep(number, batches);
        boolean isLast = state.stepOfEpoch == loader.steps();
        if (trainer.stop.getAsBoolean() && !isLast) {
          save(OptionalDouble.empty());
          return false;
        }
        if (state.step % trainer.stepsBetweenCheckpoints == 0 && !isLast) {
          save(OptionalDouble.empty());
        }
      }
    }
    finishEpoch(number);
    return state.epochs.size() == options.epochs() || !trainer.stop.getAsBoolean();
  }

  private void makeStep(int epoch, Batches batches) throws IOException {
    long start = System.nanoTime();
    try (Batch batch = batches.next()) {
      state.rate =
          options.rate().at(new Position(state.step, epoch - 1, loader.steps(), options.epochs()))
              / state.plateau.divided();
      int step = state.stepOfEpoch + 1;
      requireNumbers(batch, batches, "step " + step + " of epoch " + epoch);
      StepMaker.Outcome outcome = steps.make(batch, state.rate);
      if (!Double.isFinite(outcome.loss())) {
        throw new DivergedException(
            outcome.loss(),
            epoch,
            step,
            state.rate,
            Divergence.of(trainer.model, batch.images(), outcome.output()));
      }
      int images = batch.labels().length;
      state.step++;
      state.stepOfEpoch = step;
      state.images += images;
      state.lossSum += outcome.loss() * images;
      state.right += outcome.right();
      state.seconds += (System.nanoTime() - start) / 1e9;
    }
    Step done =
        new Step(state.stepOfEpoch, state.images, state.loss(), state.accuracy(), state.rate);
    trainer.listeners.forEach(listener -> listener.stepDone(done));
  }

  private void requireNumbers(Batch batch, Batches batches, String step) {
    Optional<Divergence.Cause> fault =
        Divergence.ofImages(batch.images(), () -> batches.indices(state.stepOfEpoch));
    if (fault.isPresent()) {
      throw new DivergedException(step, state.rate, fault.get());
    }
  }

  private void finishEpoch(int number) throws IOException {
    Optional<Divergence.Cause> fault = Divergence.ofParameters(trainer.model);
    if (fault.isPresent()) {
      throw new DivergedException("epoch " + number, state.rate, fault.get());
    }
    Epoch epoch =
        new Epoch(
            number,
            state.loss(),
            state.accuracy(),
            testAccuracy(),
            state.rate,
            state.images / state.seconds,
            state.seconds);
    state.add(epoch, options.plateau());
    // Before listeners, for whatever they do, the epoch is not to be lost.
    save(OptionalDouble.of(epoch.figure()));
    trainer.listeners.forEach(listener -> listener.epochDone(epoch));
  }

  private OptionalDouble testAccuracy() throws IOException {
    if (trainer.test.isEmpty()) {
      return OptionalDouble.empty();
    }
    trainer.average.ifPresent(average -> average.swap());
    try {
      return OptionalDouble.of(Evaluator.accuracy(trainer.model, trainer.test.get()));
    } finally {
      trainer.average.ifPresent(average -> average.swap());
    }
  }

  private void save(OptionalDouble figure) throws IOException {
    Optional<Path> saved = keeper.save(state, figure);
    if (saved.isPresent()) {
      lastCheckpoint = saved;
      trainer.listeners.forEach(listener -> listener.checkpointWritten(saved.get()));
    }
  }
}
