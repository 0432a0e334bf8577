package dev.weft.runtime.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.ArrayTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class CheckpointDirectoryTest {
  private static final String TABLE =
      """
      layer  operation    output  parameters
      conv   conv 3x3, 8  8x6x6   80
      fc     dense 10     10      2,890
      """;

  @TempDir private Path directory;

  private static Parameter weight(double value) {
    return ArrayTensor.parameter("w", Nd4j.createFromArray((float) value, 2f, 3f));
  }

  private static Snapshot snapshot(long step, OptionalDouble figure) {
    return new Snapshot(
        step,
        TABLE,
        Map.of("step", step, "setting", Map.of("batch", 32)),
        DataType.FLOAT,
        Map.of("weights", List.of(weight(step))),
        figure);
  }

  private static Snapshot snapshot(long step) {
    return snapshot(step, OptionalDouble.empty());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatWasSavedIsReadBack() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      assertThat(checkpoints.latest()).isEmpty();
      checkpoints.save(snapshot(7, OptionalDouble.of(0.25)));
      Checkpoint last = checkpoints.latest().orElseThrow();
      assertThat(last.directory()).isEqualTo(directory.resolve("step-0000000007"));
      assertThat(last.state()).containsEntry("step", 7);
      assertThat(last.figure()).hasValue(0.25);
      Parameter into = weight(0);
      last.read("weights", List.of(into));
      assertThat(into.get().toFloatVector()).containsExactly(7, 2, 3);
    }
  }

  @Test
  void theLastFewAreKeptAndTheBest() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      double[] figures = {0.5, 0.2, 0.4, 0.3, 0.6};
      for (int i = 0; i < figures.length; i++) {
        checkpoints.save(snapshot(i + 1, OptionalDouble.of(figures[i])));
      }
      assertThat(names())
          .containsExactly(".lock", "step-0000000002", "step-0000000004", "step-0000000005");
    }
    assertThat(CheckpointDirectory.bestOf(directory).figure()).hasValue(0.2);
  }

  @Test
  void aCheckpointOfTheSameStepIsReplaced() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(3, OptionalDouble.of(0.5)));
      checkpoints.save(snapshot(3, OptionalDouble.of(0.1)));
      assertThat(checkpoints.latest().orElseThrow().figure()).hasValue(0.1);
      assertThat(names()).containsExactly(".lock", "step-0000000003");
    }
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    Path left = directory.resolve(".unfinished-1");
    Files.createDirectories(left);
    Files.writeString(left.resolve("weights.safetensors"), "cut sho");
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      assertThat(checkpoints.latest()).isEmpty();
      assertThat(names()).containsExactly(".lock");
    }
  }

  @Test
  void twoTrainingsCannotUseADirectory() throws IOException {
    try (CheckpointDirectory first = CheckpointDirectory.open(directory, 2)) {
      assertThat(first.directory()).isEqualTo(directory);
      assertThatThrownBy(() -> CheckpointDirectory.open(directory, 2))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("`" + directory + "` is in use by another training");
    }
    CheckpointDirectory.open(directory, 2).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "checkpoint.json", "SHA256SUMS"})
  void aFlippedByteIsFoundAndTheOneBeforeNamed(String name) throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      Path damaged = checkpoints.save(snapshot(2));
      byte[] bytes = Files.readAllBytes(damaged.resolve(name));
      for (int at = 0; at < bytes.length; at += Math.max(1, bytes.length / 50)) {
        byte[] flipped = bytes.clone();
        flipped[at] ^= 4;
        Files.write(damaged.resolve(name), flipped);
        assertThatThrownBy(checkpoints::latest)
            .isInstanceOf(CheckpointException.class)
            .hasMessageStartingWith("the checkpoint `" + damaged + "` ")
            .hasMessageContaining("remove it, and the training goes on from `")
            .hasMessageContaining("step-0000000001");
      }
      Files.write(damaged.resolve(name), bytes);
      assertThat(checkpoints.latest()).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "checkpoint.json", "SHA256SUMS"})
  void aFileThatIsCutShortOrMissingIsFound(String name) throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      Path damaged = checkpoints.save(snapshot(2));
      byte[] bytes = Files.readAllBytes(damaged.resolve(name));
      Files.write(damaged.resolve(name), java.util.Arrays.copyOf(bytes, bytes.length / 2));
      assertThatThrownBy(checkpoints::latest)
          .hasMessageContaining(name)
          .hasMessageContaining("there is none before it");
      Files.delete(damaged.resolve(name));
      assertThatThrownBy(checkpoints::latest).hasMessageContaining(name);
    }
  }

  @Test
  void anotherArchitectureIsToldInWords() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      Checkpoint last = checkpoints.latest().orElseThrow();
      last.requireArchitecture(TABLE);
      String other =
          """
          layer  operation     output  parameters
          conv   conv 3x3, 16  16x6x6  160
          relu   relu          16x6x6
          """;
      assertThatThrownBy(() -> last.requireArchitecture(other))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("is of another network:")
          .hasMessageContaining(
              "conv is conv 3x3, 8 to 8x6x6 there, but conv 3x3, 16 to 16x6x6 here")
          .hasMessageContaining("fc is in the checkpoint only: dense 10 to 10")
          .hasMessageContaining("relu is in the network only: relu to 16x6x6");
      String frozen =
          """
          layer  operation    output  parameters  training
          conv   conv 3x3, 8  8x6x6   80          frozen
          fc     dense 10     10      2,890
          """;
      assertThatThrownBy(() -> last.requireArchitecture(frozen))
          .hasMessageContaining(
              "conv is conv 3x3, 8 to 8x6x6 there, but frozen conv 3x3, 8 to 8x6x6 here");
    }
  }

  @Test
  void anotherSettingIsNamed() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      Checkpoint last = checkpoints.latest().orElseThrow();
      last.requireEqual("setting", Map.of("batch", 32));
      assertThatThrownBy(() -> last.requireEqual("setting", Map.of("batch", 64)))
          .hasMessageContaining("is of a training with batch 32, but this one has 64");
    }
  }

  @Test
  void arraysOfOtherShapesAreRefused() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      INDArray four = Nd4j.createFromArray(1f, 2f, 3f, 4f);
      Parameter into = ArrayTensor.parameter("w", four);
      assertThatThrownBy(() -> checkpoints.latest().orElseThrow().read("weights", List.of(into)))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("was made with other options");
      assertThat(into.get()).isEqualTo(four);
    }
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    assertThatThrownBy(() -> CheckpointDirectory.open(file.resolve("run"), 2))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("cannot be written");
  }

  /** As on a full disk: whatever the reason, earlier checkpoints stay, and nothing else does. */
  @Test
  void whatFailsWhileItIsWrittenLeavesTheOthers() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      Snapshot impossible =
          new Snapshot(
              2,
              TABLE,
              Map.of(),
              DataType.FLOAT,
              Map.of("no/such/place", List.of(weight(1))),
              OptionalDouble.empty());
      assertThatThrownBy(() -> checkpoints.save(impossible))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("step-0000000002")
          .hasMessageContaining("earlier checkpoints are as they were");
      assertThat(names()).containsExactly(".lock", "step-0000000001");
      assertThat(checkpoints.latest()).isPresent();
    }
  }
}
