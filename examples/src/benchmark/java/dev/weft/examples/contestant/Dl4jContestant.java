package dev.weft.examples.contestant;

import dev.weft.dsl.graph.Graph;
import dev.weft.examples.graph.GraphReader;
import java.io.IOException;
import java.util.Arrays;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J's {@code ComputationGraph}, made from the network's graph. */
final class Dl4jContestant implements Contestant {
  private final ComputationGraph network;
  private final INDArray images;
  private final MultiDataSet batch;

  /**
   * Builds the network.
   *
   * @throws UnsupportedOperationException if DL4J has nothing for one of its operations
   */
  Dl4jContestant(Assignment assignment) throws IOException {
    Graph graph = GraphReader.read(assignment.graph());
    Dl4jGraph built = new Dl4jGraph(graph, assignment.mode());
    network = new ComputationGraph(built.configuration());
    network.init();
    try (StoredWeights weights = new StoredWeights(assignment.weights())) {
      built.load(network, weights);
    }
    images = Nd4jArrays.of(assignment.images(), assignment.shape());
    INDArray[] labels = new INDArray[network.getNumOutputArrays()];
    Arrays.fill(labels, oneHot(assignment.labels(), assignment.classes()));
    batch = new MultiDataSet(new INDArray[] {images}, labels);
  }

  private static INDArray oneHot(int[] labels, int classes) {
    INDArray rows = Nd4j.zeros(DataType.FLOAT, labels.length, classes);
    for (int i = 0; i < labels.length; i++) {
      rows.putScalar(i, labels[i], 1);
    }
    return rows;
  }

  @Override
  public void predict() {
    network.output(images);
  }

  @Override
  public float[] output() {
    return network.output(images)[0].ravel().toFloatVector();
  }

  @Override
  public double step() {
    network.fit(batch);
    return network.score();
  }
}
