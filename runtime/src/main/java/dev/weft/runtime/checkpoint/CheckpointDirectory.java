package dev.weft.runtime.checkpoint;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.weights.WeightsWriter;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The checkpoints of a training, each a directory of its own in this one: {@code step-0000012000}.
 * A checkpoint is written beside its place and moved there when it is complete, and it is moved
 * away before it is deleted, so that whatever stops the program leaves whole ones only. The last
 * few are kept, and the best.
 *
 * <pre>{@code
 * try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 3)) {
 *   Optional<Checkpoint> last = checkpoints.latest();
 *   checkpoints.save(snapshot);
 * }
 * }</pre>
 */
public final class CheckpointDirectory implements AutoCloseable {
  static final String STATE = "checkpoint.json";
  private static final String PREFIX = "step-";

  /** Of what is not, or not any more, a checkpoint. */
  private static final String UNFINISHED = ".unfinished-";

  private final Path directory;
  private final int kept;
  private final FileChannel lockFile;

  private CheckpointDirectory(Path directory, int kept, FileChannel lockFile) {
    this.directory = directory;
    this.kept = kept;
    this.lockFile = lockFile;
  }

  /**
   * Opens a directory, or makes it, for this process alone.
   *
   * @param kept how many checkpoints to keep besides the best
   * @throws CheckpointException if another training is using it, or it cannot be written
   */
  public static CheckpointDirectory open(Path directory, int kept) throws IOException {
    if (kept < 1) {
      throw new IllegalArgumentException("at least 1 checkpoint is kept, but not " + kept);
    }
    FileChannel lockFile;
    try {
      Files.createDirectories(directory);
      lockFile =
          FileChannel.open(
              directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw cannotBeWritten(directory, e);
    }
    CheckpointDirectory opened = new CheckpointDirectory(directory, kept, lockFile);
    try {
      opened.lock();
      opened.clean();
    } catch (CheckpointException inUse) {
      opened.close();
      throw inUse;
    } catch (IOException e) {
      opened.close();
      throw cannotBeWritten(directory, e);
    }
    return opened;
  }

  private static CheckpointException cannotBeWritten(Path directory, IOException e) {
    return new CheckpointException(
        directory, "cannot be written: " + inWords(e) + "; choose another directory", e);
  }

  private static String inWords(IOException e) {
    if (e instanceof FileSystemException refused && refused.getReason() != null) {
      return refused.getReason();
    }
    if (e instanceof AccessDeniedException) {
      return "new files are not allowed there";
    }
    return e instanceof NoSuchFileException ? "it cannot be made there" : e.getMessage();
  }

  private void lock() throws IOException {
    try {
      if (lockFile.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException byThisProcess) {
      // As if it were by another.
    }
    throw new CheckpointException(
        directory, "is in use by another training: wait for that, or choose another directory");
  }

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /** Removes what a killed process left. */
  private void clean() throws IOException {
    for (Path entry : entries(UNFINISHED)) {
      delete(entry);
    }
  }

  /**
   * Checks that it has checkpoints no later than that of some step, or none at all, so that those
   * to come are its last.
   *
   * @param step made so far by the training that is to be kept here
   * @throws CheckpointException if it has; the message says how to go on
   */
  public void requireNoneBehind(long step) throws IOException {
    List<Path> all = entries(PREFIX);
    if (!all.isEmpty() && all.get(all.size() - 1).compareTo(place(step)) > 0) {
      throw new CheckpointException(
          all.get(all.size() - 1),
          "is of a training that came further: resume that, or choose another directory");
    }
  }

  /**
   * The checkpoint of the most steps.
   *
   * @throws CheckpointException if it is damaged; the message names the one before it, to go on
   *     from
   */
  public Optional<Checkpoint> latest() throws IOException {
    List<Path> all = entries(PREFIX);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Path last = all.get(all.size() - 1);
    try {
      return Optional.of(Checkpoint.open(last));
    } catch (CheckpointException damaged) {
      String remedy =
          all.size() == 1
              ? "there is none before it: start anew in another directory"
              : "remove it, and the training goes on from `" + all.get(all.size() - 2) + "`";
      throw new CheckpointException(last, withoutPlace(damaged, last) + "; " + remedy, damaged);
    }
  }

  private static String withoutPlace(CheckpointException problem, Path place) {
    return problem.getMessage().replace("the checkpoint `" + place + "` ", "");
  }

  /**
   * The checkpoint of the lowest figure in a directory, the later of two equal ones; or the last
   * one if none has a figure.
   *
   * @throws CheckpointException if there is none, or it is damaged
   */
  public static Checkpoint bestOf(Path directory) throws IOException {
    List<Path> all = entries(directory, PREFIX);
    if (all.isEmpty()) {
      throw new CheckpointException(directory, "is none, nor a directory of some");
    }
    Path best = best(all).orElse(all.get(all.size() - 1));
    try {
      return Checkpoint.open(best);
    } catch (CheckpointException damaged) {
      String remedy =
          lastWholeBut(best, all)
              .map(other -> "name another that is whole: `" + other + "`")
              .orElse("there is no other that is whole");
      throw new CheckpointException(best, withoutPlace(damaged, best) + "; " + remedy, damaged);
    }
  }

  private static Optional<Path> lastWholeBut(Path damaged, List<Path> all) throws IOException {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (!all.get(i).equals(damaged) && isWhole(all.get(i))) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isWhole(Path checkpoint) throws IOException {
    try {
      Checkpoint.open(checkpoint);
      return true;
    } catch (CheckpointException damaged) {
      return false;
    }
  }

  /** Whether a directory has checkpoints. */
  public static boolean hasAny(Path directory) throws IOException {
    return Files.isDirectory(directory) && !entries(directory, PREFIX).isEmpty();
  }

  private static Optional<Path> best(List<Path> all) throws IOException {
    Path best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Path entry : all) {
      OptionalDouble figure = figure(entry);
      if (figure.isPresent() && figure.getAsDouble() <= lowest) {
        best = entry;
        lowest = figure.getAsDouble();
      }
    }
    return Optional.ofNullable(best);
  }

  private static OptionalDouble figure(Path checkpoint) throws IOException {
    try {
      return Checkpoint.unchecked(checkpoint).figure();
    } catch (CheckpointException | NoSuchFileException damaged) {
      return OptionalDouble.empty();
    }
  }

  private Path place(long step) {
    return directory.resolve(String.format(Locale.ROOT, "%s%010d", PREFIX, step));
  }

  /**
   * Writes a checkpoint.
   *
   * @return where it is
   * @throws CheckpointException if it cannot be written, as on a full disk, or there is one of the
   *     same step; all that there are stay as they are
   */
  public Path save(Snapshot snapshot) throws IOException {
    Path target = place(snapshot.step());
    if (Files.exists(target)) {
      throw new CheckpointException(
          target, "is there already: resume it, or choose another directory");
    }
    Path unfinished = unfinished();
    try {
      write(snapshot, unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      force(directory);
    } catch (IOException e) {
      delete(unfinished);
      throw new CheckpointException(
          target,
          "cannot be written: "
              + reason(e)
              + "; make room there, or choose another directory; earlier checkpoints are as they"
              + " were",
          e);
    }
    prune();
    return target;
  }

  /** The first cause, which has no remedies and is not told twice. */
  private static String reason(IOException e) {
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first.getMessage();
  }

  private Path unfinished() {
    return directory.resolve(UNFINISHED + UUID.randomUUID());
  }

  private static void write(Snapshot snapshot, Path into) throws IOException {
    Files.createDirectory(into);
    List<String> files = new ArrayList<>();
    for (Map.Entry<String, List<Parameter>> group : snapshot.arrays().entrySet()) {
      Path file = Checkpoint.file(into, group.getKey());
      WeightsWriter.write(file, snapshot.type(), group.getValue());
      files.add(file.getFileName().toString());
    }
    writeForced(into.resolve(STATE), Checkpoint.document(snapshot));
    files.add(STATE);
    writeForced(into.resolve(Sums.FILE), Sums.of(into, files).getBytes(StandardCharsets.UTF_8));
    force(into);
  }

  private static void writeForced(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.DSYNC);
  }

  /** Lets the names in a directory reach the disk, where the system has that. */
  private static void force(Path directory) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private void prune() throws IOException {
    List<Path> all = entries(PREFIX);
    if (all.size() <= kept) {
      clean();
      return;
    }
    Optional<Path> best = best(all);
    for (Path old : all.subList(0, all.size() - kept)) {
      if (!best.equals(Optional.of(old))) {
        Files.move(old, unfinished(), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    clean();
  }

  private List<Path> entries(String prefix) throws IOException {
    return entries(directory, prefix);
  }

  private static List<Path> entries(Path directory, String prefix) throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(entry -> entry.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path unfinished) throws IOException {
    if (!Files.exists(unfinished)) {
      return;
    }
    try (Stream<Path> files = Files.walk(unfinished)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Lets others use the directory. */
  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
