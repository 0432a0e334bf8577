package dev.weft.runtime.train;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.Snapshot;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes where a training stands into checkpoints, and reads it from them. */
final class Keeper {
  /** What a checkpoint calls what must be the same to go on. */
  static final String SETTING = "setting";

  /** What that calls the number of images to train with. */
  static final String IMAGES = "images";

  /** What a checkpoint calls a trainer's notes. */
  static final String NOTES = "notes";

  private static final String OPTIMIZER = "optimizer";

  private final Trainer trainer;
  private final Model model;

  /** What must be the same for a training to go on as if it had not been stopped. */
  private final Map<String, Object> setting = new LinkedHashMap<>();

  Keeper(Trainer trainer, int images) {
    this.trainer = trainer;
    model = trainer.model;
    setting.put(IMAGES, images);
    setting.put("batch", trainer.options.batch());
    setting.put("microBatches", trainer.options.microBatches());
    setting.put("seed", Long.toString(trainer.options.seed()));
    setting.put("type", model.dataType().name());
    setting.put("averagedWeights", trainer.average.isPresent());
  }

  /** Writes a checkpoint, if the trainer is to. */
  Optional<Path> save(RunState run, OptionalDouble figure) throws IOException {
    if (trainer.checkpoints.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> state = new LinkedHashMap<>(run.toMap());
    state.put(SETTING, setting);
    state.put(NOTES, trainer.notes);
    state.put("random", Arrays.stream(model.randomState()).boxed().toList());
    trainer.average.ifPresent(average -> state.put("averagedSteps", average.steps()));
    Snapshot snapshot =
        new Snapshot(run.step, model.summary(), state, model.dataType(), arrays(), figure);
    return Optional.of(trainer.checkpoints.get().save(snapshot));
  }

  /** A file each, that which may not fit first. Averaged weights are those that were tested. */
  private Map<String, List<Parameter>> arrays() {
    Map<String, List<Parameter>> arrays = new LinkedHashMap<>();
    arrays.put(OPTIMIZER, trainer.optimizer.state());
    trainer.average.ifPresent(average -> arrays.put(Checkpoint.AVERAGED, average.state()));
    arrays.put(Checkpoint.WEIGHTS, model.arrays());
    return arrays;
  }

  /**
   * Reads a checkpoint into network and optimizer.
   *
   * @throws dev.weft.runtime.checkpoint.CheckpointException if it is of another network, or of a
   *     training with other options
   */
  RunState read(Checkpoint checkpoint) throws IOException {
    checkpoint.requireTrained(model.summary());
    checkpoint.requireEqual(SETTING, setting);
    for (Map.Entry<String, List<Parameter>> each : arrays().entrySet()) {
      checkpoint.read(each.getKey(), each.getValue());
    }
    Map<String, Object> state = checkpoint.state();
    model.continueRandomAt(
        ((List<?>) state.get("random"))
            .stream().mapToLong(number -> ((Number) number).longValue()).toArray());
    trainer.average.ifPresent(
        average -> average.continueAt(((Number) state.get("averagedSteps")).longValue()));
    return RunState.of(state);
  }
}
