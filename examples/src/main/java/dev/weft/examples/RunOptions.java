package dev.weft.examples;

import static dev.weft.examples.Arguments.require;
import static dev.weft.examples.Arguments.wrong;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a training writes, or goes on. */
final class RunOptions {
  static final String OUT = "--out";
  static final String RESUME = "--resume";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = OUT,
      paramLabel = "RUN",
      description = "Where checkpoints, history and curves go; runs/NETWORK-TIME.")
  private Path run;

  @Option(names = RESUME, paramLabel = "RUN", description = "Goes on with an earlier training.")
  private Path resume;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "2",
      description = "Checkpoints to keep besides the best; ${DEFAULT-VALUE}.")
  private int keep;

  @Option(
      names = "--checkpoint-steps",
      paramLabel = "N",
      description = "Steps from one checkpoint to the next; there is one after each epoch anyway.")
  private Integer steps;

  /**
   * The directory, which is not made before there is something to write.
   *
   * @throws ParameterException if an option is wrong
   */
  RunDirectory open(String network) throws IOException {
    require(spec, keep >= 1, "--keep", "at least 1", keep);
    require(spec, steps == null || steps >= 1, "--checkpoint-steps", "at least 1", steps);
    if (resume != null && run != null) {
      throw wrong(spec, "--resume goes on in the directory of the training, so --out has no place");
    }
    return RunDirectory.open(path(network), keep);
  }

  /** Whether an earlier training is to go on. */
  boolean isResumed() {
    return resume != null;
  }

  private Path path(String network) {
    if (resume != null) {
      return resume;
    }
    return run != null
        ? run
        : Path.of("runs", Networks.plain(network) + "-" + LocalDateTime.now().format(TIME));
  }

  /**
   * The checkpoint to go on from; none for a new training.
   *
   * @throws ParameterException if there is none to go on from, or one where there should be none
   */
  Optional<Checkpoint> toResume(RunDirectory directory) throws IOException {
    Optional<Checkpoint> last = directory.latest();
    if (resume == null && last.isPresent()) {
      throw wrong(
          spec,
          directory.path()
              + " has a training already: go on with --resume "
              + directory.path()
              + ", or choose another --out");
    }
    if (resume != null && last.isEmpty()) {
      throw wrong(
          spec,
          "--resume "
              + resume
              + " has no checkpoint to go on from: give the directory of an earlier training, or"
              + " begin one with --out");
    }
    return last;
  }

  /** Sets how often checkpoints are written. */
  void setUp(Trainer trainer) {
    if (steps != null) {
      trainer.checkpointEvery(steps);
    }
  }
}
