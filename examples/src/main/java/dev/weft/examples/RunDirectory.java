package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.CheckpointDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a training leaves behind: checkpoints, the history of its epochs, and their curves. */
final class RunDirectory implements AutoCloseable {
  private final Path directory;
  private final CheckpointDirectory checkpoints;

  private RunDirectory(Path directory, CheckpointDirectory checkpoints) {
    this.directory = directory;
    this.checkpoints = checkpoints;
  }

  /**
   * Opens or makes it.
   *
   * @param kept checkpoints to keep besides the best
   */
  static RunDirectory open(Path directory, int kept) throws IOException {
    return new RunDirectory(directory, CheckpointDirectory.open(checkpoints(directory), kept));
  }

  private static Path checkpoints(Path directory) {
    return directory.resolve("checkpoints");
  }

  CheckpointDirectory checkpoints() {
    return checkpoints;
  }

  Optional<Checkpoint> latest() throws IOException {
    return checkpoints.latest();
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
    if (!java.nio.file.Files.isDirectory(checkpoints)) {
      return Checkpoint.open(path);
    }
    return CheckpointDirectory.bestOf(checkpoints);
  }

  @Override
  public void close() throws IOException {
    checkpoints.close();
  }
}
