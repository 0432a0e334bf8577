package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.testing.TestArrays;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network that the processor wrote, saved and loaded. */
class SavedWeightsTest {
  @Test
  void aSecondNetworkPredictsTheSameToTheBit(@TempDir Path directory) throws IOException {
    INDArray images = TestArrays.normal(1, DataType.FLOAT, 3, 3, 32, 32);
    TinyResNetNetwork trained = new TinyResNetNetwork(ModelOptions.defaults().seed(1));
    // Running statistics are part of the state.
    trained.forward(images.add(2));
    Path file = directory.resolve("tinyresnet.safetensors");
    trained.saveWeights(file);

    TinyResNetNetwork other = new TinyResNetNetwork(ModelOptions.defaults().seed(2));
    other.loadWeights(file);
    assertThat(other.predict(images).reshape(30).toFloatVector())
        .isEqualTo(trained.predict(images).reshape(30).toFloatVector());
  }
}
