package dev.weft.runtime.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.tensor.DataType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A file of weights is the old one or the new one, and nothing else is left in its directory. */
class ReplacedFilesTest {
  @TempDir private Path directory;

  private Path file;
  private byte[] old;

  @BeforeEach
  void saveOldWeights() throws IOException {
    file = directory.resolve("net.safetensors");
    WeightsWriter.write(file, DataType.FLOAT, Weights.ofDense(DataType.FLOAT));
    old = Files.readAllBytes(file);
  }

  private static Parameter good(String name) {
    return FakeTensor.read(name, () -> Nd4j.ones(100, 1_000), 100, 1_000);
  }

  private static Parameter bad(Runnable failure) {
    return FakeTensor.read(
        "bad",
        () -> {
          failure.run();
          return Nd4j.ones(1);
        },
        1);
  }

  private void save(Parameter... parameters) throws WeightsException {
    WeightsWriter.write(file, DataType.FLOAT, List.of(parameters));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }

  private void assertUntouched() throws IOException {
    assertThat(files()).containsExactly(file);
    assertThat(Files.readAllBytes(file)).isEqualTo(old);
  }

  @Test
  void anExistingFileIsReplaced() throws IOException {
    save(good("a"));
    assertThat(files()).containsExactly(file);
    assertThat(SafetensorsBytes.arrays(Files.readAllBytes(file))).containsOnlyKeys("a");
  }

  @Test
  void aNetworkThatFailsHalfWayLeavesTheOldFile() throws IOException {
    RuntimeException failure = new IllegalStateException("the device is gone");
    assertThatThrownBy(
            () ->
                save(
                    good("a"),
                    bad(
                        () -> {
                          throw failure;
                        }),
                    good("c")))
        .isSameAs(failure);
    assertUntouched();
    Error error = new OutOfMemoryError("of a test");
    assertThatThrownBy(
            () ->
                save(
                    good("a"),
                    bad(
                        () -> {
                          throw error;
                        })))
        .isSameAs(error);
    assertUntouched();
  }

  /** As on a full disk, the channel itself fails. */
  @Test
  void aWriteThatFailsHalfWayLeavesTheOldFile() throws IOException {
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> save(good("a"), bad(() -> Thread.currentThread().interrupt()), good("c")))
        .withMessageStartingWith("`" + file + "` cannot be written: ")
        .withCauseInstanceOf(ClosedByInterruptException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertUntouched();
  }

  @Test
  void aMoveThatFailsLeavesNothingBehind() throws IOException {
    Runnable blocking =
        () -> {
          try {
            Files.delete(file);
            Files.createDirectories(file.resolve("full"));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        };
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(() -> save(good("a"), bad(blocking)))
        .withMessageContaining("cannot be written");
    assertThat(files()).containsExactly(file);
    assertThat(file.resolve("full")).isDirectory();
  }

  @Test
  void placesWhereNoFileCanBeAreRefused() throws IOException {
    Path absent = directory.resolve("absent");
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(
            () -> WeightsWriter.write(absent.resolve("net"), DataType.FLOAT, List.of(good("a"))))
        .withMessage(
            "`%s` cannot be written: there is no directory `%s`; make it first"
                .formatted(absent.resolve("net"), absent));
    for (Path each : List.of(directory, Path.of(""), directory.getRoot())) {
      assertThatExceptionOfType(WeightsException.class)
          .isThrownBy(() -> WeightsWriter.write(each, DataType.FLOAT, List.of(good("a"))))
          .withMessage("`" + each + "` is a directory; give the path of a file");
    }
    assertUntouched();
  }

  @Test
  void aDirectoryThatMayNotBeWrittenToIsNamed() throws IOException {
    Path locked = Files.createDirectory(directory.resolve("locked"));
    assumeTrue(locked.toFile().setWritable(false), "not on every file system");
    assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");
    Path place = locked.resolve("net.safetensors");
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(
            () -> WeightsWriter.write(place, DataType.FLOAT, Weights.ofDense(DataType.FLOAT)))
        .withMessage(
            "`%s` cannot be written: new files are not allowed in `%s`; make that directory"
                + " writable, or choose another",
            place, locked);
  }

  @Test
  void twoParametersOfOneNameAreRefused() throws IOException {
    assertThatIllegalStateException()
        .isThrownBy(() -> save(good("a"), good("a")))
        .withMessage("two parameters have the name `a`: name their layers apart");
    assertThatIllegalStateException()
        .isThrownBy(() -> new WeightsReader("Net", List.of(good("a"), good("a"))))
        .withMessage("two parameters have the name `a`: name their layers apart");
    assertUntouched();
  }

  @Test
  void aLinkStaysALink() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), file.getFileName());
    WeightsWriter.write(link, DataType.FLOAT, List.of(good("a")));
    assertThat(link).isSymbolicLink();
    assertThat(file).isRegularFile();
    assertThat(SafetensorsBytes.arrays(Files.readAllBytes(file))).containsOnlyKeys("a");
  }

  @Test
  void theFileIsAsReadableAsAnyOther() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path other = Files.createFile(directory.resolve("other"));
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(other));
  }

  @Test
  void aFileThatWasLoadedCanBeReplacedAndDeleted() throws IOException {
    List<Parameter> parameters = Weights.ofDense(DataType.FLOAT);
    new WeightsReader("Net", parameters).read(file, Strictness.STRICT);
    Map<String, List<Long>> loaded = Weights.bits(parameters);
    save(good("a"));
    Files.write(file, new byte[10]);
    Files.delete(file);
    assertThat(Weights.bits(parameters)).isEqualTo(loaded);
  }

  /** Of a network that fills half of the memory, no second copy may be made. */
  @Test
  void oneArrayIsHeldAtATime() throws IOException {
    List<INDArray> saved = new ArrayList<>();
    List<INDArray> loaded = new ArrayList<>();
    List<Parameter> sources = new ArrayList<>();
    List<Parameter> targets = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      sources.add(
          FakeTensor.read(
              name,
              () -> {
                assertThat(saved).allMatch(INDArray::wasClosed);
                saved.add(Nd4j.ones(3, 2));
                return saved.get(saved.size() - 1);
              },
              3,
              2));
      targets.add(
          FakeTensor.written(
              name,
              array -> {
                assertThat(loaded).allMatch(INDArray::wasClosed);
                loaded.add(array);
              },
              3,
              2));
    }
    WeightsWriter.write(file, DataType.FLOAT, sources);
    new WeightsReader("Net", targets).read(file, Strictness.STRICT);
    assertThat(saved).hasSize(3).allMatch(INDArray::wasClosed);
    assertThat(loaded).hasSize(3).allMatch(INDArray::wasClosed);
  }

  @Test
  void aFileThatIsCutWhileItIsReadIsReported() throws IOException {
    WeightsWriter.write(file, DataType.FLOAT, List.of(good("a"), good("b")));
    Parameter cutting =
        FakeTensor.written(
            "a",
            array -> {
              try {
                Files.write(file, new byte[0]);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            100,
            1_000);
    Parameter rest = FakeTensor.written("b", array -> {}, 100, 1_000);
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(
            () -> new WeightsReader("Net", List.of(cutting, rest)).read(file, Strictness.STRICT))
        .withMessageContaining("while \"b\" was read, and the network is loaded in part");
  }
}
