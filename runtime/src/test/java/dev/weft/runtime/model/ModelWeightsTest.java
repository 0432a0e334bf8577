package dev.weft.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.runtime.tensor.DataType;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.weights.LoadedWeights;
import dev.weft.runtime.weights.SafetensorsBytes;
import dev.weft.runtime.weights.Strictness;
import dev.weft.runtime.weights.WeightsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that save and load their weights. */
class ModelWeightsTest {
  private static final INDArray IMAGES =
      TestArrays.normal(1, org.nd4j.linalg.api.buffer.DataType.FLOAT, 4, 2, 4, 4);

  @TempDir private Path directory;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = directory.resolve("tiny.safetensors");
  }

  private static TinyNetwork network(DataType type, long seed) {
    return new TinyNetwork(ModelOptions.defaults().dataType(type).seed(seed));
  }

  @ParameterizedTest
  @EnumSource(DataType.class)
  void aNetworkWithLoadedWeightsPredictsTheSame(DataType type) throws IOException {
    TinyNetwork trained = network(type, 1);
    // Moves the running statistics, which must be saved as well.
    trained.forward(IMAGES.add(3));
    trained.saveWeights(file);
    TinyNetwork other = network(type, 2);
    assertThat(other.predict(IMAGES)).isNotEqualTo(trained.predict(IMAGES));
    other.loadWeights(file);
    assertThat(TestArrays.values(other.predict(IMAGES)))
        .isEqualTo(TestArrays.values(trained.predict(IMAGES)));
  }

  @Test
  void namesAreSavedInTheOrderOfTheLayers() throws IOException {
    network(DataType.FLOAT, 1).saveWeights(file);
    assertThat(SafetensorsBytes.arrays(Files.readAllBytes(file)).keySet())
        .containsExactly(
            "conv.weight",
            "norm.weight",
            "norm.bias",
            "norm.running_mean",
            "norm.running_var",
            "head.0.weight",
            "head.0.bias");
  }

  @Test
  void floatsLoadIntoADoubleNetworkWithoutLoss() throws IOException {
    TinyNetwork floats = network(DataType.FLOAT, 1);
    floats.saveWeights(file);
    TinyNetwork doubles = network(DataType.DOUBLE, 2);
    doubles.loadWeights(file);
    floats
        .parameters()
        .forEach(
            parameter ->
                assertThat(TestArrays.values(doubles.parameter(parameter.name()).get()))
                    .isEqualTo(TestArrays.values(parameter.get())));
  }

  @Test
  void aBackboneLoadsUnderANewHead() throws IOException {
    String json = "{" + SafetensorsBytes.entry("norm.bias", "F32", "3", 0, 12) + "}";
    Files.write(file, SafetensorsBytes.file(json, SafetensorsBytes.floats(1, 2, 3)));
    TinyNetwork network = network(DataType.FLOAT, 1);
    INDArray head = network.parameter("head.0.weight").get();
    LoadedWeights weights = network.loadWeights(file, Strictness.LENIENT);
    assertThat(weights.loaded()).isEqualTo(List.of("norm.bias"));
    assertThat(weights.missing()).hasSize(6).contains("head.0.weight", "norm.running_var");
    assertThat(network.parameter("norm.bias").get()).isEqualTo(Nd4j.createFromArray(1f, 2f, 3f));
    assertThat(network.parameter("head.0.weight").get()).isEqualTo(head);
  }

  @Test
  void messagesNameTheNetwork() {
    TinyNetwork network = network(DataType.FLOAT, 1);
    assertThatExceptionOfType(WeightsException.class)
        .isThrownBy(
            () -> {
              Files.write(file, SafetensorsBytes.file("{}"));
              network.loadWeights(file);
            })
        .withMessageStartingWith("`" + file + "` does not fit the network TinyNetwork: 7 missing\n")
        .withMessageContaining("    missing      conv.weight of 3x2x3x3\n");
  }

  /** A file of weights from before and after a step would be of no use. */
  @Test
  void aNetworkAtWorkNeitherSavesNorLoads() throws IOException {
    TinyNetwork network = network(DataType.FLOAT, 1);
    network.saveWeights(file);
    byte[] before = Files.readAllBytes(file);
    network.whilePredicting =
        () -> {
          assertThatThrownBy(() -> network.saveWeights(file))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("is at work");
          assertThatThrownBy(() -> network.loadWeights(file))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("is at work");
        };
    network.predict(IMAGES);
    assertThat(network.batchesPredicted).isNotEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }
}
