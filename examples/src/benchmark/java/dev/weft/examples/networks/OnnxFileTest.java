package dev.weft.examples.networks;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.weft.dsl.graph.Graph;
import dev.weft.examples.contestant.StoredWeights;
import dev.weft.examples.graph.GraphReader;
import dev.weft.examples.onnx.OnnxFile;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import dev.weft.runtime.model.NetworkType;
import dev.weft.runtime.testing.TestArrays;
import dev.weft.runtime.testing.TestParameters;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** ONNX Runtime computes of a written file what the network does; together they have every layer. */
class OnnxFileTest {
  private static final Path REPORTS = Path.of("target", "reports");
  private static final int BATCH = 2;
  private static final double TOLERANCE = 1e-4;

  @TempDir private Path folder;

  static Stream<NetworkType<?>> networks() {
    return Stream.of(
        MedleyNetwork.TYPE,
        MenagerieNetwork.TYPE,
        CornersNetwork.TYPE,
        LeNet5Network.TYPE,
        TinyResNetNetwork.TYPE,
        CifarResNet20Network.TYPE,
        CifarPreActResNet20Network.TYPE,
        CifarGroupNormResNet20Network.TYPE,
        CifarInstanceNormResNet20Network.TYPE,
        CifarLayerNormResNet20Network.TYPE,
        TorchvisionGoogLeNetNetwork.TYPE,
        GoogLeNetNetwork.TYPE,
        DilatedResNet50Network.TYPE,
        DenseNet121Network.TYPE,
        MobileNetV1Network.TYPE,
        EfficientNetB0Network.TYPE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void computesTheSame(NetworkType<?> type) throws Exception {
    Model model = type.create(ModelOptions.defaults().seed(1).kernels(KernelChoice.ND4J));
    TestParameters.spread(model);
    INDArray images = TestArrays.normal(1, DataType.FLOAT, type.input().batched(BATCH));
    double[] expected = TestArrays.values(model.predict(images));
    double[] found = run(write(type, model), images);
    assertThat(found).hasSameSizeAs(expected);
    double largest = largest(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.abs(found[i] - expected[i])).isLessThanOrEqualTo(TOLERANCE * largest);
    }
  }

  private static double largest(double... values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private Path write(NetworkType<?> type, Model model) throws IOException {
    Path weightsFile = folder.resolve("weights.safetensors");
    model.saveWeights(weightsFile);
    Graph graph =
        GraphReader.read(REPORTS.resolve("dev.weft.examples.networks." + type.name() + ".json"));
    Path file = folder.resolve("network.onnx");
    try (StoredWeights weights = new StoredWeights(weightsFile)) {
      OnnxFile.write(graph, weights::bytes, file);
    }
    return file;
  }

  private static double[] run(Path file, INDArray images) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    float[] values = TestArrays.flat(images).toFloatVector();
    try (OrtSession session = environment.createSession(file.toString());
        OnnxTensor input =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), images.shape());
        OrtSession.Result result = session.run(Map.of(OnnxFile.INPUT, input))) {
      FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
      double[] found = new double[output.remaining()];
      for (int i = 0; i < found.length; i++) {
        found[i] = output.get(i);
      }
      return found;
    }
  }
}
