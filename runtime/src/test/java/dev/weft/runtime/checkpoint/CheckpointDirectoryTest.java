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
      layer  operation    output     parameters   MACs  sees  memory
      conv   conv 3x3, 8  8 x 6 x 6          80  2,592   3x3  1.2 KB
      fc     dense 10            10       2,890  2,880   8x8    40 B
      total                               2,970  5,472
      memory: 11.9 KB of parameters; for each image 1.4 KB in inference, 2.7 KB in training
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
  void aCheckpointOfTheSameStepIsNotReplaced() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(3, OptionalDouble.of(0.5)));
      assertThatThrownBy(() -> checkpoints.save(snapshot(3, OptionalDouble.of(0.1))))
          .hasMessageContaining("step-0000000003` is there already");
      assertThat(checkpoints.latest().orElseThrow().figure()).hasValue(0.5);
      assertThat(names()).containsExactly(".lock", "step-0000000003");
    }
  }

  @Test
  void checkpointsOfATrainingThatCameFurtherAreNamed() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.requireNoneBehind(0);
      checkpoints.save(snapshot(9));
      checkpoints.save(snapshot(10));
      checkpoints.requireNoneBehind(10);
      assertThatThrownBy(() -> checkpoints.requireNoneBehind(9))
          .hasMessageContaining("step-0000000010` is of a training that came further");
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
          layer  operation             from  output      parameters   MACs  sees  memory
          conv   conv 3x3, 8, no bias        8 x 6 x 6           72  2,592   3x3  1.2 KB
          relu   relu                  c, d  8 x 6 x 6            -      -   3x3  1.2 KB
          total                                                  72  2,592
          """;
      assertThatThrownBy(() -> last.requireArchitecture(other))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("is of another network:")
          .hasMessageContaining(
              "conv is conv 3x3, 8 to 8 x 6 x 6 with 80 parameters there, but conv 3x3, 8, no bias"
                  + " to 8 x 6 x 6 with 72 parameters here")
          .hasMessageContaining("fc is in the checkpoint only: dense 10 to 10 with 2,890")
          .hasMessageContaining("relu is in the network only: relu of c, d to 8 x 6 x 6\n");
    }
  }

  @Test
  void whatIsFrozenMattersToTrainingAlone() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      Checkpoint last = checkpoints.latest().orElseThrow();
      last.requireTrained(TABLE);
      String frozen =
          TABLE.replace("memory\n", "memory  training\n").replace("KB\nfc", "KB  frozen\nfc");
      last.requireArchitecture(frozen);
      assertThatThrownBy(() -> last.requireTrained(frozen))
          .hasMessageContaining(
              "conv is conv 3x3, 8 to 8 x 6 x 6 with 80 parameters there, but frozen conv");
    }
  }

  /** Plans may differ from one version to another. */
  @Test
  void whatMemoryItTakesDoesNotMatter() throws IOException {
    try (CheckpointDirectory checkpoints = CheckpointDirectory.open(directory, 2)) {
      checkpoints.save(snapshot(1));
      checkpoints.latest().orElseThrow().requireTrained(TABLE.replace("2.7 KB", "2.5 KB"));
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
        .hasMessageContaining("cannot be written: ")
        .hasMessageEndingWith("; choose another directory")
        .hasMessageNotContaining("java.");
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
