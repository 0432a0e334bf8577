package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.CheckpointDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a training leaves behind: checkpoints, the history of its epochs, and their curves. */
final class RunDirectory implements AutoCloseable {
  private final Path directory;
  private final int kept;
  private Optional<CheckpointDirectory> checkpoints = Optional.empty();

  private RunDirectory(Path directory, int kept) {
    this.directory = directory;
    this.kept = kept;
  }

  /**
   * Takes it for this process alone if it is there, and leaves it to {@link #checkpoints} to make
   * it if it is not.
   *
   * @param kept checkpoints to keep besides the best
   */
  static RunDirectory open(Path directory, int kept) throws IOException {
    RunDirectory run = new RunDirectory(directory, kept);
    if (Files.isDirectory(checkpoints(directory))) {
      run.checkpoints();
    }
    return run;
  }

  private static Path checkpoints(Path directory) {
    return directory.resolve("checkpoints");
  }

  /** The checkpoints, for which there is a directory from now on. */
  CheckpointDirectory checkpoints() throws IOException {
    if (checkpoints.isEmpty()) {
      checkpoints = Optional.of(CheckpointDirectory.open(checkpoints(directory), kept));
    }
    return checkpoints.get();
  }

  Optional<Checkpoint> latest() throws IOException {
    return checkpoints.isPresent() ? checkpoints.get().latest() : Optional.empty();
  }

  Path history() {
    return directory.resolve("history.csv");
  }

  Path curves() {
    return directory.resolve("curves.png");
  }

  Path path() {
    return directory;
  }

  /**
   * The best checkpoint of a run, or the last where none is the best; or a single checkpoint that
   * is named itself.
   */
  static Checkpoint best(Path path) throws IOException {
    Path checkpoints = checkpoints(path);
    if (!Files.isDirectory(checkpoints)) {
      return Checkpoint.open(path);
    }
    return CheckpointDirectory.bestOf(checkpoints);
  }

  @Override
  public void close() throws IOException {
    if (checkpoints.isPresent()) {
      checkpoints.get().close();
    }
  }
}
