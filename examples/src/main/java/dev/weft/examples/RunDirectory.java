package dev.weft.examples;

import dev.weft.runtime.checkpoint.Checkpoint;
import dev.weft.runtime.checkpoint.CheckpointDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
   * @throws UnusableOptionsException if it cannot be made
   */
  static RunDirectory open(Path directory, int kept) throws IOException {
    RunDirectory run = new RunDirectory(directory, kept);
    if (Files.isDirectory(checkpoints(directory))) {
      run.checkpoints();
    } else {
      requirePlace(directory);
    }
    return run;
  }

  /** Checks that it can be made: a training whose checkpoints cannot be written is for nothing. */
  private static void requirePlace(Path directory) {
    Path there = directory.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw cannotBeMade(directory, "`" + there + "` is a file");
    }
    if (!Files.isWritable(there)) {
      throw cannotBeMade(directory, "new files are not allowed in `" + there + "`");
    }
  }

  private static UnusableOptionsException cannotBeMade(Path directory, String reason) {
    return new UnusableOptionsException(
        "the directory `"
            + directory
            + "` cannot be made: "
            + reason
            + "; choose another with --out");
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
   * The best checkpoint of a run or of its checkpoints, or the last where none is the best; or a
   * single checkpoint that is named itself.
   *
   * @throws UnusableOptionsException if it is none of them
   */
  static Checkpoint best(Path path) throws IOException {
    if (Checkpoint.is(path)) {
      return Checkpoint.open(path);
    }
    for (Path checkpoints : List.of(checkpoints(path), path)) {
      if (CheckpointDirectory.hasAny(checkpoints)) {
        return CheckpointDirectory.bestOf(checkpoints);
      }
    }
    throw new UnusableOptionsException(
        "`"
            + path
            + "` is no run, checkpoint or safetensors file"
            + (Files.exists(path) ? "" : ", for there is nothing of that name")
            + ": give the directory that train wrote");
  }

  @Override
  public void close() throws IOException {
    if (checkpoints.isPresent()) {
      checkpoints.get().close();
    }
  }
}
