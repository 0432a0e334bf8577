package dev.weft.examples.speed;

import dev.weft.dsl.graph.Graph;
import dev.weft.examples.contestant.Assignment;
import dev.weft.examples.contestant.Entrant;
import dev.weft.examples.contestant.Mode;
import dev.weft.examples.contestant.StoredWeights;
import dev.weft.examples.graph.GraphReader;
import dev.weft.examples.onnx.OnnxFile;
import dev.weft.runtime.layer.Parameter;
import dev.weft.runtime.model.KernelChoice;
import dev.weft.runtime.model.Model;
import dev.weft.runtime.model.ModelOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Writes the files of a network from which all contestants read it. */
final class Preparation {
  private static final String NETWORKS = "dev.weft.examples.networks.";
  private static final double SPREAD = 0.1;

  private final Settings settings;
  private final Path reports;

  /**
   * Takes the graphs from the processor's reports.
   *
   * @param reports where the processor wrote them
   */
  Preparation(Settings settings, Path reports) {
    this.settings = settings;
    this.reports = reports;
  }

  /** Writes graph, weights and ONNX file. */
  void prepare(Entrant network) throws Exception {
    Assignment files =
        new Assignment(network, 1, Mode.INFERENCE, settings.folder(), settings.threads());
    Path report = reports.resolve(NETWORKS + network.type().name() + ".json");
    Files.copy(report, files.graph(), StandardCopyOption.REPLACE_EXISTING);
    ModelOptions options = ModelOptions.defaults().seed(1).kernels(KernelChoice.ND4J);
    Model model = network.type().create(options);
    spread(model);
    model.saveWeights(files.weights());
    Graph graph = GraphReader.read(files.graph());
    try (StoredWeights weights = new StoredWeights(files.weights())) {
      OnnxFile.write(graph, weights::bytes, files.onnx());
    }
  }

  /** Removes them. */
  void remove(Entrant network) throws IOException {
    Assignment files =
        new Assignment(network, 1, Mode.INFERENCE, settings.folder(), settings.threads());
    for (Path file : new Path[] {files.graph(), files.weights(), files.onnx()}) {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Gives biases, scales and statistics numbers of their own, without which one taken for another
   * would not show when the outputs are compared.
   */
  private static void spread(Model model) {
    Nd4j.getRandom().setSeed(1);
    for (Parameter parameter : model.parameters()) {
      if (parameter.get().rank() == 1) {
        parameter.set(parameter.get().addi(noise(parameter)));
      }
    }
    for (Parameter statistic : model.statistics()) {
      INDArray noise = noise(statistic);
      statistic.set(statistic.get().addi(noise.mul(noise)));
    }
  }

  private static INDArray noise(Parameter parameter) {
    INDArray values = parameter.get();
    return Nd4j.randn(values.dataType(), values.shape()).muli(SPREAD);
  }
}
