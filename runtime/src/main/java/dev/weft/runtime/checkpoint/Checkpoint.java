package dev.weft.runtime.checkpoint;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.weights.Strictness;
import dev.weft.runtime.weights.WeightsException;
import dev.weft.runtime.weights.WeightsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.core.type.TypeReference;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** A checkpoint that is whole. */
public final class Checkpoint {
  /** What the file of a network's parameters and statistics is called. */
  public static final String WEIGHTS = "weights";

  /** What the file of averaged parameters is called, if a training averages them. */
  public static final String AVERAGED = "averaged";

  private static final int FORMAT = 1;

  private final Path directory;
  private final Map<String, Object> document;

  private Checkpoint(Path directory, Map<String, Object> document) {
    this.directory = directory;
    this.document = document;
  }

  /**
   * Opens a checkpoint, of which all files are checked.
   *
   * @throws CheckpointException if it is damaged, or none
   */
  public static Checkpoint open(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      throw new CheckpointException(directory, "is not there");
    }
    Sums.check(directory);
    return unchecked(directory);
  }

  /** Whether a directory is a checkpoint, complete or not. */
  public static boolean is(Path directory) {
    return Files.exists(directory.resolve(CheckpointDirectory.STATE))
        || Files.exists(directory.resolve(Sums.FILE));
  }

  /** A checkpoint of which only the text is looked at, for it may be large. */
  static Checkpoint unchecked(Path directory) throws IOException {
    Map<String, Object> document = document(directory);
    if (!Integer.valueOf(FORMAT).equals(document.get("format"))) {
      throw new CheckpointException(
          directory,
          "has the format " + document.get("format") + ", but this program reads " + FORMAT);
    }
    return new Checkpoint(directory, document);
  }

  private static Map<String, Object> document(Path directory) throws IOException {
    try {
      return new ObjectMapper()
          .readValue(
              Files.readAllBytes(directory.resolve(CheckpointDirectory.STATE)),
              new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new CheckpointException(
          directory, "is damaged: its file " + CheckpointDirectory.STATE + " is no JSON", e);
    }
  }

  /** The text of a checkpoint's file {@link CheckpointDirectory#STATE}. */
  static byte[] document(Snapshot snapshot) throws JsonProcessingException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    snapshot.figure().ifPresent(figure -> document.put("figure", figure));
    document.put("state", snapshot.state());
    document.put("architecture", Architecture.of(snapshot.architecture()).toList());
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
  }

  /** Where it is. */
  public Path directory() {
    return directory;
  }

  /** What {@link Snapshot#state} was. */
  @SuppressWarnings("unchecked")
  public Map<String, Object> state() {
    return (Map<String, Object>) document.get("state");
  }

  /** Its figure, of which lower is better. */
  public OptionalDouble figure() {
    return document.get("figure") instanceof Number figure
        ? OptionalDouble.of(figure.doubleValue())
        : OptionalDouble.empty();
  }

  /**
   * Checks that it is of a network with the same layers, frozen or not, so that its arrays fit.
   *
   * @param architecture the network's table of layers
   * @throws CheckpointException if it is not; the message lists the layers that differ
   */
  public void requireArchitecture(String architecture) throws CheckpointException {
    requireArchitecture(architecture, false);
  }

  /**
   * Checks that it is of a network with the same layers, the same of them frozen, so that its
   * training can go on.
   *
   * @param architecture the network's table of layers
   * @throws CheckpointException if it is not; the message lists the layers that differ
   */
  public void requireTrained(String architecture) throws CheckpointException {
    requireArchitecture(architecture, true);
  }

  private void requireArchitecture(String architecture, boolean isTrained)
      throws CheckpointException {
    @SuppressWarnings("unchecked")
    Architecture own = Architecture.of((List<Map<String, Object>>) document.get("architecture"));
    List<String> differences = own.differences(Architecture.of(architecture), isTrained);
    if (!differences.isEmpty()) {
      throw new CheckpointException(
          directory,
          "is of another network:\n  "
              + String.join("\n  ", differences)
              + "\nuse the network that it was made of"
              + (isTrained ? ", or start anew in another directory" : ""));
    }
  }

  /**
   * Checks that a map in its state is as it has to be.
   *
   * @throws CheckpointException if it is not; the message has what differs
   */
  public void requireEqual(String name, Map<String, Object> wanted) throws CheckpointException {
    Object saved = state().get(name);
    Map<?, ?> own = saved instanceof Map<?, ?> map ? map : Map.of();
    for (Map.Entry<String, Object> entry : wanted.entrySet()) {
      Object before = own.get(entry.getKey());
      if (!String.valueOf(before).equals(String.valueOf(entry.getValue()))) {
        throw new CheckpointException(
            directory,
            "is of a training with "
                + entry.getKey()
                + " "
                + before
                + ", but this one has "
                + entry.getValue()
                + ": resume with the same, or start anew in another directory");
      }
    }
  }

  /**
   * Reads a file of arrays.
   *
   * @param into the arrays, all of which must be in the file
   * @throws CheckpointException if it does not fit; nothing is read then
   */
  public void read(String name, List<Parameter> into) throws CheckpointException {
    Path file = file(directory, name);
    try {
      new WeightsReader("training", into).read(file, Strictness.STRICT);
    } catch (WeightsException e) {
      throw new CheckpointException(directory, "was made with other options: " + e.getMessage(), e);
    }
  }

  /** Whether it has a file of arrays. */
  public boolean has(String name) {
    return Files.exists(file(directory, name));
  }

  /** A file of arrays. */
  public Path file(String name) {
    return file(directory, name);
  }

  static Path file(Path directory, String name) {
    return directory.resolve(name + ".safetensors");
  }
}
